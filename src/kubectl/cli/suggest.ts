/** "Did you mean this?", by cobra's rules. */
import type { Command } from './command.ts';

/** The suggestion for a mistyped subcommand, or ''. */
export function suggestions(command: Command, typed: string): string {
  const found = (command.commands ?? [])
    .filter((one) => !one.hidden)
    .filter(
      (one) =>
        distance(typed.toLowerCase(), one.name.toLowerCase()) <= 2 ||
        one.name.toLowerCase().startsWith(typed.toLowerCase()) ||
        one.suggestFor?.some((word) => word.toLowerCase() === typed.toLowerCase()),
    )
    .map((one) => `\t${one.name}\n`);
  return found.length === 0 ? '' : `\n\nDid you mean this?\n${found.join('')}`;
}

/** Levenshtein distance. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      next.push(Math.min((row[j] as number) + 1, (next[j - 1] as number) + 1, (row[j - 1] as number) + same));
    }
    row = next;
  }
  return row[b.length] as number;
}
