/** Go's filepath.Glob: the paths that a quoted pattern of -f means, since no shell has read it. */
import type { FileSystem } from '../../kernel/files.ts';
import { CommandError } from '../errors.ts';

/** The paths that match, sorted within each folder. Throws CommandError where the pattern is none. */
export function glob(tree: FileSystem, cwd: string, pattern: string): string[] {
  const parts = pattern.split('/');
  let found = [pattern.startsWith('/') ? '/' : ''];
  for (const part of parts.filter((one) => one !== '')) {
    const wanted = partPattern(part);
    if (!wanted) throw new CommandError(`pattern ${JSON.stringify(pattern)} is not valid: syntax error in pattern`);
    found = found.flatMap((folder) => {
      const full = tree.resolve(cwd, folder === '' ? '.' : folder);
      const names = tree.exists(full) && tree.isDirectory(full) ? tree.list(full) : [];
      const prefix = folder === '' || folder === '/' ? folder : `${folder}/`;
      if (part === '.' || part === '..') return [`${prefix}${part}`];
      return names.filter((name) => wanted.test(name)).map((name) => `${prefix}${name}`);
    });
  }
  return found;
}

/** One part of a path as a regular expression; undefined where a `[` is not closed or a `\` ends it. */
function partPattern(part: string): RegExp | undefined {
  let text = '';
  for (let rest = part; rest !== ''; ) {
    const [whole = '', list] = /^(?:\[(\^?(?:\\.|[^\\\]])+)\]|\\.|[^[\\])/su.exec(rest) ?? [];
    if (whole === '') return undefined;
    if (list !== undefined) {
      const set = list.replace(/\\(.)/gsu, '$1');
      text += `[${set.startsWith('^') ? '^' : ''}${set.replace(/^\^/, '').replace(/[\\\]^[]/g, '\\$&')}]`;
    } else if (whole === '*') text += '.*';
    else if (whole === '?') text += '.';
    else text += (whole.startsWith('\\') ? whole.slice(1) : whole).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    rest = rest.slice(whole.length);
  }
  try {
    return new RegExp(`^${text}$`, 'su');
  } catch {
    // A range whose end comes before its beginning holds nothing.
    return /(?!)/;
  }
}
