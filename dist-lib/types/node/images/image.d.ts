/** What an image is: data. Programs and servers that an image names are code, registered by name in `programs.ts` and `servers.ts`. */
export interface Image {
    /** Repositories it is found in, in full: `docker.io/library/nginx`. */
    readonly names: readonly string[];
    /** Tags that exist, or a regular expression that they match as a whole. */
    readonly tags: readonly string[] | {
        readonly pattern: string;
    };
    /** What `latest` and tags without a number mean: `{version}` in texts below. A tag's leading number is its version otherwise. */
    readonly version?: string;
    /** Compressed bytes, as the Pulled event tells. */
    readonly size: number;
    readonly entrypoint?: readonly string[];
    readonly cmd?: readonly string[];
    /** `{version}` and `{tag}` are replaced. */
    readonly env?: Readonly<Record<string, string>>;
    readonly workdir?: string;
    readonly user?: {
        readonly uid: number;
        readonly gid: number;
    };
    readonly ports?: readonly number[];
    /** What stops it; default SIGTERM. */
    readonly stopSignal?: 'SIGTERM' | 'SIGQUIT' | 'SIGINT';
    /** Path to text; a path that ends in `/` is an empty directory. `{version}` and `{tag}` are replaced. */
    readonly files?: Readonly<Record<string, string>>;
    /** Which generic programs it contains, by name or as a set of `PROGRAM_SETS`; those of `entrypoint` and `app` come on top. */
    readonly programs?: readonly string[];
    /** What a container of it uses: idle millicores and MiB, and milliseconds of CPU time a request (default 0, 1, 1). */
    readonly usage?: {
        readonly cpu?: number;
        readonly memory?: number;
        readonly perRequest?: number;
    };
    /** What the program `app` does: for images that need no code of their own. */
    readonly app?: AppBehaviour;
}
/** The behaviour of a simple service as data. */
export interface AppBehaviour {
    /** Ports it listens on with the server that answers there (`servers.ts`) and that server's arguments. */
    readonly listen?: readonly {
        readonly port: number;
        readonly server: string;
        readonly args?: Readonly<Record<string, unknown>>;
    }[];
    /** Lines written at the start. */
    readonly logs?: readonly string[];
    /** Ends by itself after so long. */
    readonly exits?: {
        readonly afterMs: number;
        readonly code: number;
    };
    /** How long it takes to end after SIGTERM; null: it ignores the signal and is killed. */
    readonly stopMs?: number | null;
}
/** An image with its tag known: what a container starts from. */
export interface ResolvedImage {
    readonly image: Image;
    /** As given in the Pod. */
    readonly given: string;
    /** `docker.io/library/nginx:latest` */
    readonly ref: string;
    /** `docker.io/library/nginx@sha256:...` */
    readonly id: string;
    readonly repository: string;
    readonly tag: string;
    readonly version: string;
    readonly size: number;
    /** Its variables, with version and tag filled in. */
    readonly env: Readonly<Record<string, string>>;
}
/** The behaviour of an `app` image with version and tag filled in. */
export declare function behaviourOf(image: ResolvedImage): AppBehaviour | undefined;
/** Fills `{version}` and `{tag}`. */
export declare function fill(text: string, { version, tag }: Pick<ResolvedImage, 'version' | 'tag'>): string;
