/** create deployment, job, cronjob */
export declare const deployment: import("../../cli/command.ts").Command;
export declare const job: import("../../cli/command.ts").Command;
export declare const cronjob: import("../../cli/command.ts").Command;
