/** Image references as the container runtime reads them (the grammar of distribution/reference), and finding the image they mean. */
import { fnv32a } from '../../api/values/hash.ts';
import { fill, type Image, type ResolvedImage } from './image.ts';

export interface Reference {
  /** `docker.io/library/nginx` */
  readonly repository: string;
  readonly tag: string;
  readonly digest: string | undefined;
}

/** A reference that no registry would be asked for; `message` in the runtime's words. */
export class InvalidReference extends Error {}

const DOMAIN = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::\d+)?$/;
const COMPONENT = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** Reads `nginx`, `nginx:1.25`, `gcr.io/a/b:v1`, `x@sha256:...`. Throws InvalidReference. */
export function parseReference(text: string): Reference {
  const [named = '', digest] = splitOnce(text, '@');
  const slash = named.lastIndexOf('/');
  const colon = named.indexOf(':', slash + 1);
  const path = colon < 0 ? named : named.slice(0, colon);
  const tag = colon < 0 ? undefined : named.slice(colon + 1);
  const [first = '', ...rest] = path.split('/');
  const hasDomain = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const domain = hasDomain ? (first === 'index.docker.io' ? 'docker.io' : first) : 'docker.io';
  const components = hasDomain ? rest : [first, ...rest];
  const remote = domain === 'docker.io' && components.length === 1 ? `library/${components[0]}` : components.join('/');
  if (remote !== remote.toLowerCase())
    throw new InvalidReference(`invalid reference format: repository name (${remote}) must be lowercase`);
  const valid =
    DOMAIN.test(domain) &&
    components.every((component) => COMPONENT.test(component)) &&
    (tag === undefined || TAG.test(tag)) &&
    (digest === undefined || DIGEST.test(digest));
  if (!valid) throw new InvalidReference('invalid reference format');
  return { repository: `${domain}/${remote}`, tag: tag ?? (digest ? '' : 'latest'), digest };
}

function splitOnce(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

/** Registries that have Docker's official images too. */
const MIRROR = /^(?:public\.ecr\.aws\/docker|mirror\.gcr\.io)\/library\//;

/** All images that can be pulled, found by repository. */
export class ImageCatalog {
  private readonly byName = new Map<string, Image>();
  private readonly found = new Map<string, ResolvedImage | { readonly error: string }>();

  constructor(images: readonly Image[]) {
    for (const image of images) this.add(image);
  }

  /** Adds an image (a lesson's), or replaces those of its names. */
  add(image: Image): void {
    this.found.clear();
    for (const name of image.names) this.byName.set(parseReference(name).repository, image);
  }

  /** The repositories that there are, as people write them: `nginx`, `bitnami/redis`, `registry.k8s.io/pause`. */
  get repositories(): readonly string[] {
    return [...this.byName.keys()].map((name) => name.replace(/^docker\.io\/(?:library\/)?/, '')).sort();
  }

  /** The image, or why the registry does not give it: the text of the runtime's error. Throws InvalidReference. */
  find(given: string): ResolvedImage | { readonly error: string } {
    let found = this.found.get(given);
    if (!found) this.found.set(given, (found = this.search(given)));
    return found;
  }

  private search(given: string): ResolvedImage | { readonly error: string } {
    const { repository, tag, digest } = parseReference(given);
    const image = this.byName.get(repository) ?? this.byName.get(repository.replace(MIRROR, 'docker.io/library/'));
    const ref = digest ? `${repository}@${digest}` : `${repository}:${tag}`;
    if (!image)
      return {
        error: pullError(
          'Unknown',
          ref,
          'pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed',
        ),
      };
    const real = digest ? (tagOf(image, digest, repository) ?? tag) : tag;
    // Which content a tag has had at its registry nobody knows here: one that is named beside a digest is believed.
    if (real === '' || (real === tag && !hasTag(image, tag))) return { error: pullError('NotFound', ref, `${ref}: not found`) };
    const version = versionOf(image, real);
    const env = Object.entries(image.env ?? {}).map(([name, value]) => [name, fill(value, { version, tag: real })]);
    return {
      image,
      given,
      ref,
      id: `${repository}@${digest ?? digestIn(image, repository, real)}`,
      repository,
      tag: real,
      version,
      size: sizeOf(image, real),
      env: Object.fromEntries(env),
    };
  }
}

function pullError(code: string, ref: string, why: string): string {
  return `rpc error: code = ${code} desc = failed to pull and unpack image "${ref}": failed to resolve image: ${why}`;
}

function hasTag(image: Image, tag: string): boolean {
  if ('pattern' in image.tags) return new RegExp(`^(?:${image.tags.pattern})$`).test(tag);
  return image.tags.includes(tag);
}

/** The digest of a tag: the one that is known of it, or one made of its name. */
function digestIn({ digests }: Image, repository: string, tag: string): string {
  return digests?.[tag] ?? digestOf(repository, tag);
}

/** The tag whose image has that digest; of a rule, only the newest is known. */
function tagOf(image: Image, digest: string, repository: string): string | undefined {
  const tags = 'pattern' in image.tags ? [...Object.keys(image.digests ?? {}), 'latest', image.version ?? 'latest'] : image.tags;
  return tags.find((tag) => digestIn(image, repository, tag) === digest);
}

function versionOf(image: Image, tag: string): string {
  const numbers = /^v?(\d[\d.]*)/.exec(tag)?.[1];
  if (numbers === undefined) return image.version ?? tag;
  const line = `${image.releases ?? ''} ${image.version ?? ''}`.split(' ').filter((one) => one.startsWith(`${numbers}.`));
  return line.at(-1) ?? numbers;
}

/** Versions differ a little in size. */
function sizeOf(image: Image, tag: string): number {
  return image.size + (fnv32a(tag) % 1000);
}

/** A made-up but stable digest. */
function digestOf(repository: string, tag: string): string {
  let hex = '';
  for (let i = 0; i < 8; i++) hex += fnv32a(`${repository}:${tag}#${i}`).toString(16).padStart(8, '0');
  return `sha256:${hex}`;
}
