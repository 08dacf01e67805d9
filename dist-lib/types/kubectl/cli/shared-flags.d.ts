import type { Flag } from './command.ts';
export declare const DRY_RUN: Flag;
export declare const FORCE_CONFLICTS: Flag;
export declare const FIELD_MANAGER: (name: string) => Flag;
export declare const VALIDATE: Flag;
export declare const SELECTOR: Flag;
export declare const FIELD_SELECTOR: Flag;
export declare const ALL_NAMESPACES: Flag;
export declare const LOCAL: Flag;
export declare const SAVE_CONFIG: Flag;
export declare const CHUNK_SIZE: Flag;
export declare const SUBRESOURCE: Flag;
export declare const FILENAME: (usage: string) => Flag;
export declare const RECURSIVE: Flag;
export declare const filenameFlags: (usage: string) => readonly Flag[];
/** -o and what belongs to it, for commands that print the objects they made or changed. */
export declare const printFlags: () => readonly Flag[];
export declare const OBJECT_FORMATS: string[];
/** The flags that every command has. */
export declare const GLOBAL_FLAGS: readonly Flag[];
