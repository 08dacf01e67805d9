/** What an image is: data. Programs and servers that an image names are code, registered by name in `programs.ts` and `servers.ts`. */

export interface Image {
  /** Repositories it is found in, in full: `docker.io/library/nginx`. */
  readonly names: readonly string[];
  /** Tags that exist, or a regular expression that they match as a whole. */
  readonly tags: readonly string[] | { readonly pattern: string };
  /** Digests of tags, where manifests ask for them by it. */
  readonly digests?: Readonly<Record<string, string>>;
  /** What `latest` and tags without a number mean: `{version}` in texts below. A tag's leading number is its version otherwise. */
  readonly version?: string;
  /** Releases, oldest first: a tag of fewer numbers means the newest of its line (`1.27` is 1.27.5). */
  readonly releases?: string;
  /** Compressed bytes, as the Pulled event tells. */
  readonly size: number;
  readonly entrypoint?: readonly string[];
  readonly cmd?: readonly string[];
  /** `{version}` and `{tag}` are replaced. */
  readonly env?: Readonly<Record<string, string>>;
  readonly workdir?: string;
  readonly user?: { readonly uid: number; readonly gid: number };
  readonly ports?: readonly number[];
  /** What stops it; default SIGTERM. */
  readonly stopSignal?: 'SIGTERM' | 'SIGQUIT' | 'SIGINT';
  /** Path to text; a path that ends in `/` is an empty directory. `{version}` and `{tag}` are replaced. */
  readonly files?: Readonly<Record<string, string>>;
  /**
   * What it is built on: its folders, and whether it has apt. Alpine if nothing is said, and where the tag says so. On Debian
   * `sh` is dash. Tools have busybox's manners on all of them, as in the images of the recorded cluster, until apt installs GNU's.
   */
  readonly base?: 'debian' | 'busybox';
  /** Which generic programs it contains, by name; `busybox`: all that its base has. Those of `entrypoint` and `app` come on top. */
  readonly programs?: readonly string[];
  /** Programs that it has from elsewhere than busybox, whose manners the others have: those of BIND in an Alpine image, say. */
  readonly gnu?: readonly string[];
  /** What a container of it uses: idle millicores and MiB, and milliseconds of CPU time a request (default 0, 1, 1). */
  readonly usage?: { readonly cpu?: number; readonly memory?: number; readonly perRequest?: number };
  /** What the program `app` does: for images that need no code of their own. */
  readonly app?: AppBehaviour;
}

/** The behaviour of a simple service as data. */
export interface AppBehaviour {
  /** Ports it listens on with the server that answers there and that server's arguments. */
  readonly listen?: readonly {
    readonly port: number;
    readonly server: string;
    readonly args?: Readonly<Record<string, unknown>>;
    /** Only in images whose tag this regular expression matches as a whole. */
    readonly tags?: string;
  }[];
  /** Lines written at the start. */
  readonly logs?: readonly string[];
  /** Ends by itself after so long. */
  readonly exits?: { readonly afterMs: number; readonly code: number };
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

/** What an image with its tag is built on. */
export function baseOf({ image: { base }, tag }: ResolvedImage): 'debian' | 'busybox' | 'alpine' {
  return base === undefined || (base === 'debian' && tag.includes('alpine')) ? 'alpine' : base;
}

/** The behaviour of an `app` image with version and tag filled in. */
export function behaviourOf(image: ResolvedImage): AppBehaviour | undefined {
  const { app } = image.image;
  if (!app) return undefined;
  const { listen = [], ...rest } = app;
  const here = listen.filter(({ tags }) => tags === undefined || new RegExp(`^(?:${tags})$`).test(image.tag));
  return JSON.parse(JSON.stringify({ ...rest, listen: here }), (_key, value: unknown) =>
    typeof value === 'string' ? fill(value, image) : value,
  ) as AppBehaviour;
}

/** The users and groups of an image that brings no others. */
export const ACCOUNTS = {
  '/etc/passwd': 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/nonexistent:/bin/false\n',
  '/etc/group': 'root:x:0:\nnogroup:x:65534:\n',
} as const;

/** The groups that an image's /etc/group has a user in, besides his own. */
export function groupsOf(image: Image, uid: number): readonly number[] {
  let byUser = groups.get(image);
  if (!byUser) groups.set(image, (byUser = new Map()));
  let found = byUser.get(uid);
  if (!found) byUser.set(uid, (found = readGroups(image, uid)));
  return found;
}

/** Read once: every container asks. */
const groups = new WeakMap<Image, Map<number, readonly number[]>>();

function readGroups({ files }: Image, uid: number): readonly number[] {
  const rows = (path: keyof typeof ACCOUNTS): string[][] => (files?.[path] ?? ACCOUNTS[path]).split('\n').map((line) => line.split(':'));
  const name = rows('/etc/passwd').find(([, , number]) => number === String(uid))?.[0];
  if (name === undefined) return [];
  return rows('/etc/group').flatMap(([, , gid, members = '']) => (members.split(',').includes(name) ? [Number(gid)] : []));
}

/** Fills `{version}`, `{major}` (its first number) and `{tag}`. */
export function fill(text: string, { version, tag }: Pick<ResolvedImage, 'version' | 'tag'>): string {
  return text.replaceAll('{version}', version).replaceAll('{major}', version.replace(/\..*$/, '')).replaceAll('{tag}', tag);
}
