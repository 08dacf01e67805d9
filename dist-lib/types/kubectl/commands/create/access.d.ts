import type { Command } from '../../cli/command.ts';
export declare const serviceaccount: Command;
export declare const role: Command;
export declare const clusterrole: Command;
export declare const rolebinding: Command;
export declare const clusterrolebinding: Command;
export declare const token: Command;
