import type { Kernel } from '../kernel/kernel.ts';
import type { Program } from '../kernel/types.ts';
import type { World } from '../world/world.ts';
export declare const LAPTOP = "laptop";
export declare const HOME = "/home/learner";
/** The environment of a new terminal. */
export declare function laptopEnvironment(extra?: Readonly<Record<string, string>>): Record<string, string>;
/** Registers the laptop with the kernel; its files live in the world, `texts` are there from the start. Call again after a restore. */
export declare function registerLaptop(world: World, kernel: Kernel, programs: Readonly<Record<string, Program>>, texts: Readonly<Record<string, string>>): void;
