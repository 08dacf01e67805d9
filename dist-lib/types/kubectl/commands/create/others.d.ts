export declare const namespace: import("../../cli/command.ts").Command;
export declare const quota: import("../../cli/command.ts").Command;
export declare const poddisruptionbudget: import("../../cli/command.ts").Command;
export declare const priorityclass: import("../../cli/command.ts").Command;
export declare const ingress: import("../../cli/command.ts").Command;
