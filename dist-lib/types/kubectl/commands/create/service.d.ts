import type { Command } from '../../cli/command.ts';
export declare const createService: Command;
