/** All built-in images. Adding one means a file here and a line in this list. */
import { type Lazy } from '../../kernel/lazy.ts';
import type { Program } from '../../kernel/types.ts';
import type { FamilyCode, Server } from './family.ts';
import type { Image } from './image.ts';
export declare const images: readonly Image[];
/** The programs that only these images have. */
export declare const imagePrograms: Readonly<Record<string, Program>>;
/** The code of each server: to be loaded before a program listens for it. */
export declare const serverCode: Readonly<Record<string, Lazy<FamilyCode>>>;
/** The server of that name; its code is there, for a program of the same file listens or listened. */
export declare function serverOf(name: string): Server;
/** Fetches the code of all images, so that none has to be waited for. */
export declare function loadImages(): Promise<void>;
