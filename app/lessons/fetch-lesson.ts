/** A lesson from any address: `lesson.yaml`, with its Markdown and manifests beside it. What comes is data, and is read as such. */
import { parse } from 'yaml';
import { LANGUAGES, type LessonFiles } from '../../src/lessons/format.ts';

/** More is no lesson. */
const MAX_BYTES = 500_000;
const MAX_MANIFESTS = 20;

async function text(address: URL): Promise<string | undefined> {
  const response = await fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!response.ok) return undefined;
  const found = await response.text();
  if (found.length > MAX_BYTES) throw new Error(`${address.pathname} is larger than ${MAX_BYTES / 1000} kB`);
  return found;
}

/** Names of files beside the lesson that its structure asks for. */
function manifestsOf(structure: string): string[] {
  const data: unknown = parse(structure, { maxAliasCount: 0 });
  const list = (data as { cluster?: { manifests?: unknown } } | null)?.cluster?.manifests;
  return Array.isArray(list)
    ? list.filter((name): name is string => typeof name === 'string' && /^[\w-]+\.ya?ml$/.test(name)).slice(0, MAX_MANIFESTS)
    : [];
}

/** @throws when the address gives no lesson.yaml */
export async function fetchLesson(address: string): Promise<LessonFiles> {
  const home = new URL(address, location.href);
  if (!/^https?:$/.test(home.protocol)) throw new Error('a lesson is fetched by http or https');
  const structure = await text(home);
  if (structure === undefined) throw new Error(`there is no lesson at ${home.href}`);
  const names = [...LANGUAGES.map((language) => `${language}.md`), ...manifestsOf(structure)];
  const files = await Promise.all(names.map(async (name) => [name, await text(new URL(name, home))] as const));
  return { 'lesson.yaml': structure, ...Object.fromEntries(files.filter((file): file is [string, string] => file[1] !== undefined)) };
}
