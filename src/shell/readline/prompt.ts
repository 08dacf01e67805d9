/** PS1 and its like: backslash escapes, then expansions. */
import { now } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { formatDate } from '../../tools/datetext.ts';
import { expandQuoted } from '../expand.ts';
import type { Shell } from '../shell.ts';

/** The prompt that a shell has where none is set: short and green on the laptop, as the images have it in containers. */
export function defaultPrompt(shell: Shell): string {
  const root = shell.userId === '0';
  if (shell.dialect === 'ash') return root ? '\\w # ' : '\\w \\$ ';
  if (shell.dialect === 'dash') return root ? '# ' : '$ ';
  return root ? '\\u@\\h:\\w\\$ ' : '\\[\\e[32m\\]\\$\\[\\e[0m\\] ';
}

export function* promptText(shell: Shell, name: 'PS1' | 'PS2'): Sys<string> {
  const template = shell.variables.get(name) ?? (name === 'PS2' ? '> ' : defaultPrompt(shell));
  const time = /\\[dtT@AD]/.test(template) ? yield* now() : 0;
  const text = shell.dialect === 'dash' ? template : decode(shell, template, time);
  return yield* expandQuoted(shell, text);
}

function decode(shell: Shell, template: string, time: number): string {
  // Values must not be expanded again: their dollars and backquotes are escaped.
  const plain = (value: string): string => value.replace(/[$`\\]/g, '\\$&');
  return template.replace(
    /\\(?:D\{([^}]*)\}|([0-7]{1,3})|([^]))/g,
    (all, date: string | undefined, octal: string | undefined, letter: string | undefined) => {
      if (date !== undefined) return plain(formatDate(date || '%X', time));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      switch (letter) {
        case 'u':
          return plain(shell.process.env['USER'] ?? (shell.userId === '0' ? 'root' : 'user'));
        case 'h':
          return plain(shell.process.machine.hostname.replace(/\..*/, ''));
        case 'H':
          return plain(shell.process.machine.hostname);
        case 'w':
          return plain(shortened(shell));
        case 'W':
          return plain(shortened(shell).replace(/.*\/(?=[^/])/, ''));
        case '$':
          return shell.userId === '0' ? '#' : '\\$';
        case 'n':
          return '\n';
        case 'r':
          return '\r';
        case 'e':
          return '\x1b';
        case 'a':
          return '\x07';
        case '\\':
          return '\\\\';
        case '[':
        case ']':
          return '';
        case 's':
          return plain(shell.name.replace(/^-|.*\//g, ''));
        case 'v':
          return '5.2';
        case 'V':
          return '5.2.37';
        case 'j':
          return String(shell.jobs.filter((job) => job.listed).length);
        case '!':
        case '#':
          return String(shell.history.length + 1);
        case 'd':
          return plain(formatDate('%a %b %d', time));
        case 't':
          return plain(formatDate('%H:%M:%S', time));
        case 'T':
          return plain(formatDate('%I:%M:%S', time));
        case '@':
          return plain(formatDate('%I:%M %p', time));
        case 'A':
          return plain(formatDate('%H:%M', time));
        default:
          return all;
      }
    },
  );
}

function shortened(shell: Shell): string {
  const home = shell.variables.get('HOME');
  const { cwd } = shell.process;
  return home && home !== '/' && (cwd === home || cwd.startsWith(`${home}/`)) ? `~${cwd.slice(home.length)}` : cwd;
}
