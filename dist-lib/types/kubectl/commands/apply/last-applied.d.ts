/** apply view-last-applied, set-last-applied, edit-last-applied */
import type { Command } from '../../cli/command.ts';
export declare const viewLastApplied: Command;
export declare const setLastApplied: Command;
export declare const editLastApplied: Command;
