/** version, cluster-info, api-resources, api-versions */
import type { CommandBody } from '../cli/command.ts';
export declare const version: CommandBody;
export declare const clusterInfo: CommandBody;
export declare const apiVersions: CommandBody;
export declare const apiResources: CommandBody;
export declare const top: CommandBody;
