import { type Tool } from './tool.ts';
export declare const mkdir: Tool;
export declare const rmdir: Tool;
export declare const rm: Tool;
export declare const touch: Tool;
/** The mode after a change like `755`, `u+x,go-w`, `a=r`; undefined when the text is none. */
export declare function changedMode(text: string, mode: number, directory: boolean): number | undefined;
export declare const chmod: Tool;
export declare const cp: Tool;
export declare const mv: Tool;
export declare const ln: Tool;
export declare const mktemp: Tool;
export declare const truncate: Tool;
export declare const realpath: Tool;
/** Without -f it names a link's target: nothing is a link here, so it fails in silence. */
export declare const readlink: Tool;
