/** vi, nano, code and other editors: they open the page's editor on a file and go on when it is closed. */
import { SysError } from '../kernel/error.ts';
import { device, files } from '../kernel/sys.ts';
import { Failure, type Tool } from './tool.ts';

/** What is asked of the device `editor`. */
export interface EditorRequest {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  /** The machine's hostname, to tell a container's file from the laptop's. */
  readonly hostname: string;
  /** Line to begin at, from 1. */
  readonly line: number;
  /** It is a folder: somebody wants to see what is in it. `text` is empty. */
  readonly folder: boolean;
  /** The program goes on when the file is closed; else at once, and the file stays open: whoever edits it writes it. */
  readonly wait: boolean;
}

/** The device's answer: the text as last saved; none when it was closed without saving. */
export interface EditorAnswer {
  readonly text?: string;
}

/** Like VS Code's, `code` goes on at once unless it is to wait, and opens folders too. */
export const edit: Tool = function* (call) {
  const wait = call.name !== 'code' || call.args.includes('--wait') || call.args.includes('-w');
  // Lines (`+12`) count; other options choose how a real editor behaves and change nothing here.
  const line = Number(call.args.map((arg) => /^\+(\d+)$/.exec(arg)?.[1]).find(Boolean) ?? 1);
  const dashes = call.args.indexOf('--');
  const names = call.args.filter((arg, i) => (dashes >= 0 && i > dashes) || !/^[-+]./.test(arg));
  const [name] = names;
  if (call.args.includes('--version')) {
    call.put(`${call.name}: the editor of this page\n`);
    return 0;
  }
  if (name === undefined) throw new Failure('give the name of a file to edit');
  if (name === '-') throw new Failure('standard input cannot be edited here: give the name of a file');
  for (const one of names) {
    const { path, text, folder, isFolder } = yield* files((fs, cwd) => {
      const absolute = fs.resolve(cwd, one);
      const parent = fs.resolve(absolute, '..');
      const entry = fs.stat(absolute);
      return {
        path: absolute,
        text: entry?.kind === 'file' ? entry.text : '',
        folder: entry?.kind === 'directory' ? 'Is a directory' : fs.isDirectory(parent) ? '' : 'No such file or directory',
        isFolder: entry?.kind === 'directory',
      };
    });
    if (folder !== '' && (wait || !isFolder)) throw new Failure(`${one}: ${folder}`);
    let saved: EditorAnswer;
    try {
      const { hostname } = call.process.machine;
      saved = yield* device<EditorAnswer>('editor', { path, text, hostname, line, folder: isFolder, wait } satisfies EditorRequest);
    } catch (error) {
      if (!(error instanceof SysError) || error.errno !== 'ENODEV') throw error;
      throw new Failure("there is no editor without the page: write the file with 'cat > FILE', or set EDITOR to a command such as sed -i");
    }
    const { text: edited } = saved;
    if (edited !== undefined) yield* files((fs) => fs.write(path, edited));
  }
  return 0;
};
