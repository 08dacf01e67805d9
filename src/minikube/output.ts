/** How minikube prints: lines with a picture in front (on a terminal), errors with an id, tables in boxes. */
import { isatty, write } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';

/** The picture on a terminal, and what stands in its place elsewhere. */
const STYLES = {
  happy: ['😄  ', '* '],
  sparkle: ['✨  ', '* '],
  thumbsUp: ['👍  ', '* '],
  pulling: ['🚜  ', '* '],
  creating: ['🔥  ', '* '],
  updating: ['🏃  ', '* '],
  restarting: ['🔄  ', '* '],
  containerd: ['📦  ', '* '],
  verifying: ['🔎  ', '* '],
  option: ['    ▪ ', '  - '],
  addonEnable: ['🌟  ', '* '],
  addonDisable: ['🌑  ', '* '],
  ready: ['🏄  ', '* '],
  check: ['✅  ', '* '],
  stopping: ['✋  ', '* '],
  stopped: ['🛑  ', '* '],
  deleting: ['🔥  ', '* '],
  deleted: ['💀  ', '* '],
  meh: ['🙄  ', '! '],
  kubectl: ['💗  ', '* '],
  sad: ['😿  ', '* '],
  shrug: ['🤷  ', '* '],
  url: ['👉  ', '  '],
  tip: ['💡  ', '* '],
  failure: ['❌  ', 'X '],
  warning: ['❗  ', '! '],
} as const;

export type Style = keyof typeof STYLES;

/** The end of a command with an error: `Exiting due to ID: message`. */
export class ExitError extends Error {
  readonly id: string;
  readonly code: number;

  constructor(id: string, code: number, message: string) {
    super(message);
    this.id = id;
    this.code = code;
  }
}

export const usageError = (message: string): ExitError => new ExitError('MK_USAGE', 14, message);

/** The real one decides by the terminal, unless MINIKUBE_IN_STYLE says otherwise. */
function* styled(process: Process, fd: number, style: Style): Sys<string> {
  const wish = process.env['MINIKUBE_IN_STYLE'] ?? '';
  const [picture, plain] = STYLES[style];
  if (/^(1|t|T|TRUE|true|True)$/.test(wish)) return picture;
  if (/^(0|f|F|FALSE|false|False)$/.test(wish)) return plain;
  return (yield* isatty(fd)) ? picture : plain;
}

/** A line about what is being done. */
export function* step(process: Process, style: Style, text: string): Sys<void> {
  yield* write(1, `${yield* styled(process, 1, style)}${text}\n`);
}

/** A line on stderr. */
export function* complain(process: Process, style: Style, text: string): Sys<void> {
  yield* write(2, `${yield* styled(process, 2, style)}${text}\n`);
}

export function* printError(process: Process, { id, message }: ExitError): Sys<void> {
  yield* write(1, '\n');
  yield* complain(process, 'failure', `Exiting due to ${id}: ${message}`);
  yield* write(1, '\n');
}

/** Rows under centred headings in a box; a cell may have several lines. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => headings.map((_, i) => (row[i] ?? '').split('\n')));
  const widths = headings.map((heading, i) => Math.max(width(heading), ...lines.flatMap((row) => (row[i] ?? []).map(width))));
  const rule = (left: string, middle: string, right: string) => `${left}${widths.map((one) => '─'.repeat(one + 2)).join(middle)}${right}\n`;
  const line = (cells: readonly string[]) => `│ ${cells.join(' │ ')} │\n`;
  const centred = headings.map((heading, i) => {
    const room = (widths[i] as number) - width(heading);
    return ' '.repeat(Math.floor(room / 2)) + heading + ' '.repeat(Math.ceil(room / 2));
  });
  const body = lines.flatMap((row) => {
    const height = Math.max(...row.map((cell) => cell.length));
    return Array.from({ length: height }, (_, n) => line(row.map((cell, i) => pad(cell[n] ?? '', widths[i] as number))));
  });
  return rule('┌', '┬', '┐') + line(centred) + rule('├', '┼', '┤') + body.join('') + rule('└', '┴', '┘');
}

function pad(text: string, to: number): string {
  return text + ' '.repeat(Math.max(0, to - width(text)));
}

/** Cells on a terminal: the pictures of addons are two wide. */
function width(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (char === '✅' ? 2 : 1), 0);
}
