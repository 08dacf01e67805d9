/** The body of -F: multipart/form-data (RFC 7578). */
import { SysError } from '../../kernel/error.ts';
import { random, readAll, readPath } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import { CurlError } from './request.ts';
import { badlyUsed, type Settings } from './settings.ts';

export interface Form {
  readonly text: string;
  readonly contentType: string;
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Content types by the end of a file's name, those that curl knows. */
const TYPES: Readonly<Record<string, string>> = {
  gif: 'image/gif',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  htm: 'text/html',
  html: 'text/html',
  pdf: 'application/pdf',
  xml: 'application/xml',
};

/** The form that all -F and --form-string options make; undefined when there is none. */
export function* formOf(settings: Settings): Sys<Form | undefined> {
  const fields = settings.given.filter(([name]) => name === 'form' || name === 'form-string');
  if (fields.length === 0) return undefined;
  let boundary = '-'.repeat(24);
  while (boundary.length < 46) boundary += LETTERS[Math.floor((yield* random()) * LETTERS.length)];
  let text = '';
  for (const [option, value, shown] of fields) {
    const [, name, content = ''] = /^([^=]*)=(.*)$/s.exec(value) ?? [];
    if (name === undefined) throw badlyUsed(shown);
    const isFile = option === 'form' && content.startsWith('@');
    const isText = option === 'form' && content.startsWith('<');
    const [first = '', ...rest] = option === 'form' ? content.slice(isFile || isText ? 1 : 0).split(';') : [content];
    const settingsOf = new Map(
      rest.map((one) => /^\s*(type|filename)="?(.*?)"?$/.exec(one)).flatMap((match) => (match ? [[match[1], match[2]]] : [])),
    );
    const plain = isFile || isText || settingsOf.size > 0 ? first : [first, ...rest].join(';');
    const body = isFile || isText ? yield* fileText(first) : plain;
    const filename = settingsOf.get('filename') ?? (isFile && first !== '-' ? first.replace(/^.*\//s, '') : undefined);
    const type =
      settingsOf.get('type') ?? (isFile ? (TYPES[/\.(\w+)$/.exec(filename ?? '')?.[1] ?? ''] ?? 'application/octet-stream') : undefined);
    text += `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${filename === undefined ? '' : `; filename="${filename}"`}\r\n`;
    text += `${type === undefined ? '' : `Content-Type: ${type}\r\n`}\r\n${body}\r\n`;
  }
  return { text: `${text}--${boundary}--\r\n`, contentType: `multipart/form-data; boundary=${boundary}` };
}

function* fileText(path: string): Sys<string> {
  if (path === '-') return yield* readAll(0);
  try {
    return yield* readPath(path);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    throw new CurlError(26, 'Failed to open/read local data from file/application');
  }
}
