/** A line of the script: a command, or a note (`# ...`) for the presenter. */
export interface ScriptLine {
  /** `^C`: stops what is running. */
  readonly text: string;
  readonly notes: readonly string[];
  /** Number of the terminal, from 1, where the line names one (`[2] kubectl proxy`); else the one in front. */
  readonly terminal?: number;
}

export const INTERRUPT = '^C';

/** The commands of a script, each with the notes before it. */
export function scriptLines(script: string): ScriptLine[] {
  const lines: ScriptLine[] = [];
  let notes: string[] = [];
  for (const line of script.split('\n')) {
    if (line.trim() === '') continue;
    if (line.trimStart().startsWith('#')) notes.push(line.trimStart().replace(/^#\s*/, ''));
    else {
      const [, number, rest] = /^\[([1-9])\] (.*)$/.exec(line) ?? [];
      lines.push({ text: rest ?? line, notes, ...(number !== undefined && { terminal: Number(number) }) });
      notes = [];
    }
  }
  return lines;
}
