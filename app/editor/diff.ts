/** What `kubectl diff` says of a text, as two whole texts to be shown side by side. */
import type { Cluster } from '../../src/session/index.ts';

export interface Difference {
  /** The objects that would change, as they are; '' where none is there yet. */
  readonly before: string;
  readonly after: string;
  /** In the words of kubectl; '' when all went well. */
  readonly error: string;
}

const PATH = '/tmp/editor-diff.yaml';
/** As the program that compares: both whole texts come out of it. */
const WHOLE = 'KUBECTL_EXTERNAL_DIFF=diff -U 999999 -N -r';

/** @param name the file's name, for kubectl's messages */
export async function differenceOf(cluster: Cluster, name: string, text: string): Promise<Difference> {
  cluster.files.write(PATH, text);
  const { code, out, err } = await cluster.look(['env', WHOLE, 'kubectl', 'diff', '-f', PATH]);
  if (cluster.files.exists(PATH)) cluster.files.remove(PATH);
  const error = code > 1 ? err.replaceAll(PATH, name).trim() : '';
  return { ...sidesOf(out), error };
}

/** The two texts in a unified diff that shows all lines; several objects are parted as documents. */
export function sidesOf(diff: string): { before: string; after: string } {
  const sides: { before: string[]; after: string[] }[] = [];
  let head = true;
  for (const line of diff.split('\n')) {
    if (line.startsWith('diff ')) {
      sides.push({ before: [], after: [] });
      head = true;
    } else if (head) head = !line.startsWith('@@ ');
    else {
      const side = sides.at(-1);
      if (/^[- ]/.test(line)) side?.before.push(line.slice(1));
      if (/^[+ ]/.test(line)) side?.after.push(line.slice(1));
    }
  }
  const join = (part: 'before' | 'after'): string => {
    const texts = sides.map((side) => side[part].map((line) => `${line}\n`).join(''));
    return texts.every((text) => text === '') ? '' : texts.join('---\n');
  };
  return { before: join('before'), after: join('after') };
}
