/** The program `app`: the behaviour of an image that is all data (`Image.app`). */
import type { Lazy } from '../../kernel/lazy.ts';
import type { Program } from '../../kernel/types.ts';
import type { AppBehaviour } from './image.ts';
/**
 * A program that behaves as described. In its logs `{hostname}` and `{time}` are filled in.
 * @param codeOf the code of a server, loaded before it listens
 */
export declare function appProgram(behaviour: AppBehaviour, codeOf: (server: string) => Lazy<unknown> | undefined): Program;
