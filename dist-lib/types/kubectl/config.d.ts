import type { Process, Sys } from '../kernel/types.ts';
import type { FlagValues } from './cli/parse.ts';
import { type JsonObject } from './json.ts';
export interface NamedCluster {
    readonly name: string;
    readonly cluster: JsonObject;
}
export interface NamedUser {
    readonly name: string;
    readonly user: JsonObject;
}
export interface NamedContext {
    readonly name: string;
    readonly context: {
        readonly cluster?: string;
        readonly user?: string;
        readonly namespace?: string;
        readonly [key: string]: unknown;
    };
}
export interface KubeConfig {
    readonly apiVersion: string;
    readonly kind: string;
    readonly clusters: readonly NamedCluster[];
    readonly contexts: readonly NamedContext[];
    readonly 'current-context': string;
    readonly users: readonly NamedUser[];
    readonly [key: string]: unknown;
}
export declare function printConfig(config: KubeConfig): string;
/** Where the kubeconfig is, absolute or relative to the working directory. */
export declare function configPath(process: Process, flags: FlagValues): string;
/** The kubeconfig; an absent file is an empty one. Throws CommandError when it cannot be read. */
export declare function loadConfig(process: Process, flags: FlagValues): Sys<KubeConfig>;
export declare function parseConfig(text: string, path: string): KubeConfig;
export declare function saveConfig(process: Process, flags: FlagValues, config: KubeConfig): Sys<void>;
/** What this invocation talks to: flags win over the current context. */
export interface Target {
    readonly server: string | undefined;
    readonly namespace: string;
    /** True when --namespace was given. */
    readonly explicitNamespace: boolean;
    readonly user: JsonObject | undefined;
}
/** Throws CommandError when --context, --cluster or --user name what is not there. */
export declare function targetOf(config: KubeConfig, flags: FlagValues): Target;
