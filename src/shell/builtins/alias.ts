/** alias and unalias, and replacing aliases in a line before it is parsed for good. */
import { write } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { parse, visit } from '../parse.ts';
import type { Shell } from '../shell.ts';

export function* aliasBuiltin(shell: Shell, argv: string[]): Sys<number> {
  const args = argv.slice(1).filter((arg) => arg !== '-p' && arg !== '--');
  const show = (name: string, text: string): string =>
    `${shell.dialect === 'bash' ? 'alias ' : ''}${name}='${text.replaceAll("'", "'\\''")}'\n`;
  if (args.length === 0) {
    for (const name of [...shell.aliases.keys()].sort()) yield* write(1, show(name, shell.aliases.get(name) as string));
    return 0;
  }
  let code = 0;
  for (const arg of args) {
    const at = arg.indexOf('=');
    if (at > 0) {
      const name = arg.slice(0, at);
      if (/[\s/$`=|&;()<>"'\\]/.test(name)) {
        yield* shell.complain(`alias: \`${name}': invalid alias name`);
        code = 1;
      } else {
        shell.aliases.set(name, arg.slice(at + 1));
      }
      continue;
    }
    const text = shell.aliases.get(arg);
    if (text !== undefined) {
      yield* write(1, show(arg, text));
    } else {
      yield* shell.complain(`alias: ${arg}: not found`);
      code = 1;
    }
  }
  return code;
}

export function* unalias(shell: Shell, argv: string[]): Sys<number> {
  if (argv[1] === '-a') {
    shell.aliases.clear();
    return 0;
  }
  if (argv.length === 1) {
    yield* write(2, 'unalias: usage: unalias [-a] name [name ...]\n');
    return 2;
  }
  let code = 0;
  for (const name of argv.slice(1)) {
    if (shell.aliases.delete(name)) continue;
    yield* shell.complain(`unalias: ${name}: not found`);
    code = 1;
  }
  return code;
}

/** The text with the aliases of its command words put in, each once along its own expansion. */
export function expandAliases(text: string, aliases: ReadonlyMap<string, string>): string {
  if (aliases.size === 0) return text;
  let current = text;
  /** Stretches that came from aliases: those names are not replaced there again. */
  let origins: { from: number; to: number; names: readonly string[] }[] = [];
  for (let round = 0; round < 20; round++) {
    const edits: { pos: number; end: number; name: string; text: string }[] = [];
    visit(parse(current).script, (node) => {
      if (node.type !== 'Command' || !node.name) return;
      const words = [node.name, ...node.args.filter((arg) => arg.type === 'Word')];
      for (const word of words) {
        const name = word.text;
        const value = aliases.get(name);
        const used = origins.filter((origin) => word.pos >= origin.from && word.end <= origin.to).flatMap((origin) => origin.names);
        if (value === undefined || used.includes(name) || current.slice(word.pos, word.end) !== name) return;
        edits.push({ pos: word.pos, end: word.end, name, text: value });
        // An alias that ends in a blank makes the next word count as well.
        if (!/\s$/.test(value)) return;
      }
    });
    if (edits.length === 0) return current;
    for (const edit of edits.sort((a, b) => b.pos - a.pos)) {
      const grown = edit.text.length - (edit.end - edit.pos);
      const inherited = origins.filter((origin) => edit.pos >= origin.from && edit.end <= origin.to).flatMap((origin) => origin.names);
      current = current.slice(0, edit.pos) + edit.text + current.slice(edit.end);
      origins = origins.map((origin) => ({
        ...origin,
        from: origin.from > edit.pos ? origin.from + grown : origin.from,
        to: origin.to >= edit.end ? origin.to + grown : origin.to,
      }));
      origins.push({ from: edit.pos, to: edit.pos + edit.text.length, names: [...inherited, edit.name] });
    }
    if (current.length > 100_000) return current;
  }
  return current;
}
