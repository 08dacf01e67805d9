import type { Sys } from '../../kernel/types.ts';
import type { Shell } from '../shell.ts';
/** The prompt that a shell has where none is set: short and green on the laptop, as the images have it in containers. */
export declare function defaultPrompt(shell: Shell): string;
export declare function promptText(shell: Shell, name: 'PS1' | 'PS2'): Sys<string>;
