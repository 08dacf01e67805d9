import type { CommandBody } from '../../cli/command.ts';
export declare const SERVER_SIDE_FLAGS: readonly [{
    readonly name: 'server-side';
    readonly type: 'bool';
    readonly usage: 'If true, apply runs in the server instead of the client.';
}, import("../../cli/command.ts").Flag];
export declare const CLIENT_SIDE_MANAGER = "kubectl-client-side-apply";
export declare const apply: CommandBody;
