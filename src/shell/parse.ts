/** Shell text to a syntax tree, with bash's view of what is wrong with it. The grammar is unbash's. */

import type { ParsedScript, ParseError, SyntaxNode, Word } from 'unbash';
import { forEachChild, parse as parseBash } from 'unbash';

/** `unfinished`: more lines could complete it. `wanted` is the missing quote or here-document word, where there is one. */
export interface Problem {
  readonly kind: 'unfinished' | 'syntax';
  readonly pos: number;
  readonly message: string;
  readonly wanted?: string;
  readonly atEnd?: boolean;
  /** The word that has to come. */
  readonly expecting?: string | undefined;
}

export interface Parsed {
  readonly source: string;
  readonly script: ParsedScript;
  readonly problem: Problem | undefined;
}

/** A closing word that stands where a command begins. */
const CLOSERS = /(?:^|[;&|()\n{!]|(?:^|[\s;&|()])(?:then|do|else|elif|if|while|until))[ \t]*(fi|done|esac|elif|else|then|do|\})$/;
const QUOTES: Readonly<Record<string, string>> = {
  'unterminated double quote': '"',
  'unterminated single quote': "'",
  'unterminated ANSI-C quote': "'",
  'unterminated backtick': '`',
  'unterminated parameter expansion': '}',
  'unterminated command substitution': ')',
  'unterminated process substitution': ')',
  'unterminated arithmetic expansion': ')',
  'unterminated arithmetic command': ')',
  'unterminated arithmetic for header': ')',
  'unterminated extended glob': ')',
  'unterminated array subscript': ']',
};

/** A pure memo: the same text always parses alike, and functions and substitutions are parsed again and again. */
const memo = new Map<string, Parsed>();
const MEMO_SIZE = 500;

/** Parses a whole text. Never throws. */
export function parse(source: string): Parsed {
  const known = memo.get(source);
  if (known) return known;
  const parsed = parseFresh(source);
  if (memo.size >= MEMO_SIZE) memo.delete(memo.keys().next().value as string);
  memo.set(source, parsed);
  return parsed;
}

function parseFresh(source: string): Parsed {
  let script: ParsedScript;
  try {
    script = parseBash(source);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      source,
      script: { type: 'Script', pos: 0, end: 0, shebang: undefined, commands: [] },
      problem: { kind: 'syntax', pos: 0, message: `syntax error: ${message}` },
    };
  }
  const error = script.errors?.[0];
  return { source, script, problem: error ? classify(source, error) : (openHereDoc(source, script) ?? openCall(source, script)) };
}

function classify(source: string, { message, pos }: ParseError): Problem {
  const unexpected = /^unexpected token '([^]*)'$/.exec(message)?.[1];
  // Behind `word (` bash wants `)`; what comes instead is what it names.
  const opened =
    unexpected === ')' ? /(?:^|[\s;&|])(?:(function)|[^\s;&|()<>]+)[ \t]*\(([^\s;&|()<>]*)[^()]*$/.exec(source.slice(0, pos)) : null;
  if (opened && (opened[1] ?? opened[2])) return { kind: 'syntax', pos, message: nearToken(opened[1] ? '(' : (opened[2] as string)) };
  if (unexpected !== undefined) return { kind: 'syntax', pos, message: nearToken(unexpected) };
  if (message.startsWith('maximum ')) return { kind: 'syntax', pos, message: `syntax error: ${message}` };
  const rest = source.slice(pos).replace(/^(?:\s|\\\n|#[^\n]*(?:\n|$))+/, '');
  const wanted = QUOTES[message];
  if (wanted)
    return {
      kind: 'unfinished',
      pos,
      wanted,
      atEnd: /command sub|process sub/.test(message) && !source.startsWith('$((', pos),
      message: `unexpected EOF while looking for matching \`${wanted}'`,
    };
  if (message === 'expected redirect target') return { kind: 'syntax', pos, message: nearToken(tokenAt(source, pos)) };
  const early = earlier(source, pos, message);
  if (early !== undefined) return { kind: 'syntax', pos, message: nearToken(early) };
  const closer = message.startsWith('expected ') ? CLOSERS.exec(source.slice(0, pos).trimEnd())?.[1] : undefined;
  // `if x; fi`: the parser took the closing word for a command and misses the rest at the end.
  if (
    closer &&
    /'(?:then|do)'|to close/.test(message) &&
    !message.includes(`after '${closer}'`) &&
    !(message.includes('to close') && /^(?:then|do|else)$/.test(closer))
  ) {
    return { kind: 'syntax', pos, message: nearToken(closer) };
  }
  // These want a word on their own line.
  if (rest === '' && /(?:^|[\s;&|(])(?:case|for|select|function|coproc)$/.test(source.slice(0, pos).trimEnd()))
    return { kind: 'syntax', pos: source.slice(0, pos).trimEnd().length, message: nearToken('newline') };
  if (rest === '' && message === "expected ']]' to close '[['")
    return { kind: 'unfinished', pos, wanted: ']]', message: "unexpected EOF while looking for `]]'" };
  if (rest === '')
    return {
      kind: 'unfinished',
      pos,
      message: 'syntax error: unexpected end of file',
      expecting: /^expected '(.*?)'/.exec(message)?.[1],
    };
  return { kind: 'syntax', pos, message: nearToken(tokenAt(source, source.length - rest.length)) };
}

/** The token that bash stops at, where the parser has read on; undefined: it stops where the parser does. */
function earlier(source: string, pos: number, message: string): string | undefined {
  const before = source.slice(0, pos);
  if (message === "expected 'do'")
    return /(?:^|[\s;&|(])(?:for|select)\s+\S+(?:\s+in\b[^;\n]*)?[;\n]\s*([^\s;&|()<>]+)\s*$/.exec(before)?.[1];
  if (message === "expected 'in' after 'case' word") return /case\s+\S+\s+([^\s;&|()<>]+)$/.exec(before)?.[1];
  if (message === 'expected compound command as function body' && /\S[ \t]*;\s*$/.test(before)) return ';';
  if (message === "expected 'then'") return /(?:^|[\s;&|(])(?:if|elif)[ \t]*(;)\s*\w+\s*$/.exec(before)?.[1];
  const empty = /^expected command in (?:brace group|subshell)$/.test(message) ? /^[{(]\s*([})])/.exec(source.slice(pos))?.[1] : undefined;
  return empty;
}

function nearToken(token: string): string {
  return `syntax error near unexpected token \`${token}'`;
}

/** The token that starts there, as bash would name it. */
function tokenAt(source: string, pos: number): string {
  const rest = source.slice(pos).replace(/^[ \t]+/, '');
  if (rest === '' || rest.startsWith('\n')) return 'newline';
  return (
    /^(?:;;&|;;|;&|&&|\|\||\|&|&>>|&>|<<<|<<-|<<|>>|<&|>&|<>|>\||[;&|()<>])/.exec(rest)?.[0] ??
    /^[^\s;&|()<>]+/.exec(rest)?.[0] ??
    rest.slice(0, 1)
  );
}

function openHereDoc(source: string, script: ParsedScript): Problem | undefined {
  if (!source.includes('<<')) return undefined;
  let found: Problem | undefined;
  visit(script, (node) => {
    if (node.type !== 'HereDoc' || node.closing || found) return;
    const wanted = node.delimiter?.value ?? '';
    found = { kind: 'unfinished', pos: node.pos, wanted, message: `here-document delimited by end-of-file (wanted \`${wanted}')` };
  });
  return found;
}

/** `echo (` at the end of a text: the parser lets the bracket go. */
function openCall(source: string, script: ParsedScript): Problem | undefined {
  const pos = source.trimEnd().length - 1;
  if (source[pos] !== '(') return undefined;
  let found: Problem | undefined;
  visit(script, (node) => {
    if (node.type !== 'Command' || !node.name || node.args.length > 0 || node.name.end > pos) return;
    if (source.slice(node.name.end, pos).trim() === '') found = { kind: 'syntax', pos: pos + 1, message: nearToken('newline') };
  });
  return found;
}

/** Calls back for the node and everything below it; what the callback says false to is not entered. */
export function visit(node: SyntaxNode, callback: (node: SyntaxNode) => unknown): void {
  if (callback(node) === false) return;
  forEachChild(node, (child) => visit(child, callback));
}

/** True when a line ends in a backslash, so that the next one continues it. */
export function continues(text: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\\\n?$/.test(text);
}

/** The text of a node as it can be parsed alone: with the bodies of here-documents that begin in it and end behind it. */
export function textOf(source: string, node: SyntaxNode): string {
  const text = source.slice(node.pos, node.end);
  if (!text.includes('<<')) return text;
  let bodies = '';
  visit(node, (child) => {
    if (child.type === 'HereDoc' && child.body.pos >= node.end)
      bodies += source.slice(child.body.pos, child.closing?.end ?? child.body.end).replace(/\n?$/, '\n');
  });
  return bodies === '' ? text : `${text}\n${bodies}`;
}

/** One word from text that a lexer has already found to be one (after brace expansion, in an array subscript). */
export function parseWord(text: string): Word {
  const command = parse(`x=${text}`).script.commands[0]?.command;
  const assignment = command?.type === 'Command' ? command.prefix[0] : undefined;
  if (assignment?.type === 'Assignment' && assignment.value.type === 'Word' && assignment.end === text.length + 2) return assignment.value;
  return { type: 'Word', text, value: text, pos: 0, end: text.length };
}

/** Text of a here-document in which nothing expands (the parser leaves it as it stands): backslashes still quote what they quote there. */
export function unescaped(text: string): string {
  return text.replace(/\\([$`\\]|\n)/g, (_, quoted: string) => (quoted === '\n' ? '' : quoted));
}

/** Text that expands as in double quotes, quotes themselves being ordinary: here-document bodies, arithmetic, prompts. */
export function parseQuoted(text: string): Word {
  if (!/[$`\\]/.test(text)) return { type: 'Word', text, value: text, pos: 0, end: text.length };
  const command = parse(`:<<\u0001\n${text}\n\u0001\n`).script.commands[0]?.command;
  const redirect = command?.type === 'Command' ? command.redirects[0] : undefined;
  const parts = redirect?.type === 'HereDoc' ? (redirect.body.parts ?? []) : [];
  const kept = parts.length > 0 ? parts : [{ type: 'Literal' as const, pos: 0, end: 0, value: `${unescaped(text)}\n`, text: `${text}\n` }];
  return { type: 'Word', text, value: text, pos: 0, end: text.length, parts: kept };
}
