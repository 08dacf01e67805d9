/** diff: the live objects beside what apply would make of them */
import type { CommandBody } from '../cli/command.ts';
export declare const diff: CommandBody;
