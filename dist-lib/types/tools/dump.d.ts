/** od, hexdump, xxd and strings: bytes made visible. */
import { type Tool } from './tool.ts';
export declare const hexdump: Tool;
export declare const xxd: Tool;
export declare const od: Tool;
export declare const strings: Tool;
