/** A line of the script: a command, or a note (`# ...`) for the presenter. */
export interface ScriptLine {
  readonly text: string;
  readonly notes: readonly string[];
}

/** The commands of a script, each with the notes before it. */
export function scriptLines(script: string): ScriptLine[] {
  const lines: ScriptLine[] = [];
  let notes: string[] = [];
  for (const line of script.split('\n')) {
    if (line.trim() === '') continue;
    if (line.trimStart().startsWith('#')) notes.push(line.trimStart().replace(/^#\s*/, ''));
    else {
      lines.push({ text: line, notes });
      notes = [];
    }
  }
  return lines;
}
