import type { Command } from '../../cli/command.ts';
export declare const configmap: Command;
export declare const createSecret: Command;
