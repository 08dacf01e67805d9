/**
 * Markdown as plain data of a few kinds, and nothing else: no HTML, no images, links to http(s) and relative addresses only.
 * Whoever draws it (the page, the command line) cannot be made to do more than it says here.
 */
import { marked, type Token, type Tokens } from 'marked';

export type Inline =
  | string
  | { readonly kind: 'strong' | 'em' | 'del'; readonly inline: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly inline: readonly Inline[] }
  /** Points into the picture: `look:svc/web`. */
  | { readonly kind: 'look'; readonly target: string; readonly inline: readonly Inline[] }
  | { readonly kind: 'break' };

export type Block =
  | { readonly kind: 'paragraph'; readonly inline: readonly Inline[] }
  | { readonly kind: 'heading'; readonly inline: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'note'; readonly tone: 'quote' | 'note' | 'tip' | 'warning'; readonly blocks: readonly Block[] }
  | { readonly kind: 'table'; readonly head: readonly (readonly Inline[])[]; readonly rows: readonly (readonly (readonly Inline[])[])[] }
  | { readonly kind: 'rule' }
  | CodeBlock;

export interface CodeBlock {
  readonly kind: 'code';
  readonly text: string;
  /** `sh` can be run; `output` is what a command prints; anything else is shown as it is. */
  readonly language: string;
  readonly run?: RunOptions;
  /** Path on the laptop that the text can be written to. */
  readonly file?: string;
  /** Line in its file, from 1. */
  readonly line: number;
}

/** How the page types a command block. */
export interface RunOptions {
  /** Which terminal, from 1. */
  readonly terminal: number;
  /** Ctrl-C first: for a terminal in which something still runs. */
  readonly interrupt: boolean;
  /** It does not end by itself: `kubectl proxy`, `kubectl get pods -w`. */
  readonly stays: boolean;
  /** It is meant to fail. */
  readonly fails: boolean;
}

/** Words after `sh` in a fence's first line. */
export const RUN_WORDS = ['norun', 'terminal=2', 'terminal=3', 'interrupt', 'stays', 'fails'];

/** The tokens of a Markdown text with the line (from 1) at which each begins. */
export function lex(text: string): { readonly token: Token; readonly line: number }[] {
  let line = 1;
  return marked.lexer(text, { gfm: true }).map((token) => {
    const at = line;
    line += (token.raw.match(/\n/g) ?? []).length;
    return { token, line: at };
  });
}

/** The blocks of one token; HTML and whatever else is not known becomes its own text. */
export function blocksOf(token: Token, line: number): Block[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'hr':
      return [{ kind: 'rule' }];
    case 'heading':
      return [{ kind: 'heading', inline: inlineOf(token.tokens ?? []) }];
    case 'paragraph':
    case 'text':
      return [{ kind: 'paragraph', inline: token.tokens ? inlineOf(token.tokens) : [unescape(token.raw)] }];
    case 'code':
      return [codeOf(token as Tokens.Code, line)];
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return [{ kind: 'list', ordered, items: items.map((item) => item.tokens.flatMap((inner) => blocksOf(inner, line))) }];
    }
    case 'blockquote':
      return [noteOf(token as Tokens.Blockquote, line)];
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [
        {
          kind: 'table',
          head: header.map((cell) => inlineOf(cell.tokens)),
          rows: rows.map((row) => row.map((cell) => inlineOf(cell.tokens))),
        },
      ];
    }
    default:
      return [{ kind: 'paragraph', inline: [token.raw.trim()] }];
  }
}

function codeOf({ text, lang = '' }: Tokens.Code, line: number): CodeBlock {
  const [language = '', ...words] = lang.trim().split(/\s+/);
  const file = words.find((word) => word.startsWith('file='))?.slice('file='.length);
  const run: RunOptions | undefined =
    language === 'sh' && !words.includes('norun')
      ? {
          terminal: Number(words.find((word) => /^terminal=[1-9]$/.test(word))?.slice('terminal='.length) ?? 1),
          interrupt: words.includes('interrupt'),
          stays: words.includes('stays'),
          fails: words.includes('fails'),
        }
      : undefined;
  return { kind: 'code', text, language, line, ...(run && { run }), ...(file !== undefined && { file }) };
}

/** The words of a fence that nobody knows. */
export function unknownWords({ lang = '' }: Tokens.Code): string[] {
  const [language, ...words] = lang.trim().split(/\s+/);
  return words.filter((word) => !(language === 'sh' && RUN_WORDS.includes(word)) && !/^file=[\w./-]+$/.test(word));
}

function noteOf(token: Tokens.Blockquote, line: number): Block {
  const blocks = token.tokens.flatMap((inner) => blocksOf(inner, line));
  const first = blocks[0];
  const mark =
    first?.kind === 'paragraph' && typeof first.inline[0] === 'string' ? /^\[!(NOTE|TIP|WARNING)\]\s*/.exec(first.inline[0]) : null;
  if (!mark || first?.kind !== 'paragraph') return { kind: 'note', tone: 'quote', blocks };
  const rest = [(first.inline[0] as string).slice(mark[0].length), ...first.inline.slice(1)];
  return {
    kind: 'note',
    tone: mark[1]?.toLowerCase() as 'note' | 'tip' | 'warning',
    blocks: [{ kind: 'paragraph', inline: rest }, ...blocks.slice(1)],
  };
}

/** Inline tokens as data. */
export function inlineOf(tokens: readonly Token[]): Inline[] {
  return tokens.flatMap((token): Inline[] => {
    switch (token.type) {
      case 'strong':
      case 'em':
      case 'del':
        return [{ kind: token.type, inline: inlineOf(token.tokens ?? []) }];
      case 'codespan':
        return [{ kind: 'code', text: unescape(String((token as Tokens.Codespan).text)) }];
      case 'br':
        return [{ kind: 'break' }];
      case 'link':
        return [linkOf(token as Tokens.Link)];
      case 'text':
        return token.tokens ? inlineOf(token.tokens) : [unescape(String((token as Tokens.Text).text))];
      case 'escape':
        return [String((token as Tokens.Escape).text)];
      default:
        return [token.raw];
    }
  });
}

function linkOf({ href, tokens }: Tokens.Link): Inline {
  const inline = inlineOf(tokens);
  const look = /^look:([\w./=-]+)$/.exec(href)?.[1];
  if (look !== undefined) return { kind: 'look', target: look, inline };
  return isSafeAddress(href) ? { kind: 'link', href, inline } : { kind: 'em', inline };
}

/** http, https and relative addresses; never one that a browser would run. */
export function isSafeAddress(href: string): boolean {
  return (
    /^https?:\/\/[^\s]+$/i.test(href) ||
    /^(?:\.{0,2}\/|#|\?)(?!\/)[\w./#?=&%-]*$/.test(href) ||
    /^[\w-]+\.(?:md|html)(?:#[\w-]*)?$/.test(href)
  );
}

/** marked gives text with the five HTML escapes in it. */
function unescape(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|#39);/g,
    (_all, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '',
  );
}

/** The text alone. */
export function plainText(inline: readonly Inline[]): string {
  return inline
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'code') return part.text;
      return part.kind === 'break' ? ' ' : plainText(part.inline);
    })
    .join('');
}

/** All code blocks, also those in lists and notes, in reading order. */
export function codeBlocks(blocks: readonly Block[]): CodeBlock[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'code') return [block];
    if (block.kind === 'list') return block.items.flatMap(codeBlocks);
    return block.kind === 'note' ? codeBlocks(block.blocks) : [];
  });
}
