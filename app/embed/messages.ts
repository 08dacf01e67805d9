/**
 * What an embedding page and the playground in its frame say to each other. The frame says `hello`, the page answers with a port
 * (`connect`); all else goes over that port, as `{ drydock: 1, type, ... }`. Nothing else is listened to.
 */

export const PROTOCOL = 1;

/** To the frame. Answers carry the `id` of what they answer. */
export type HostMessage =
  /** Types commands into the first terminal, line by line. */
  | { readonly type: 'run'; readonly text: string }
  /** The lesson or scenario from its start. */
  | { readonly type: 'reset' }
  /** Asks for the session as a text (a file that "Open a session file" takes). */
  | { readonly type: 'state'; readonly id: number }
  /** Opens such a text. */
  | { readonly type: 'load'; readonly text: string }
  | { readonly type: 'lesson'; readonly lesson: string }
  | { readonly type: 'theme'; readonly theme: 'light' | 'dark' | 'contrast' }
  | { readonly type: 'lang'; readonly lang: 'en' | 'zh' };

/** From the frame. */
export type FrameMessage =
  /** There is a prompt. */
  | { readonly type: 'ready'; readonly lesson: string | null }
  /** A step of the lesson was passed. */
  | { readonly type: 'step'; readonly lesson: string; readonly step: string; readonly index: number; readonly steps: number }
  | { readonly type: 'done'; readonly lesson: string }
  | { readonly type: 'state'; readonly id: number; readonly text: string }
  /** The height that suits it at this width, CSS pixels. */
  | { readonly type: 'resize'; readonly height: number }
  | { readonly type: 'error'; readonly message: string };

/** The frame's first message, posted to the page around it: it listens from now on. */
export interface Hello {
  readonly drydock: typeof PROTOCOL;
  readonly type: 'hello';
}

/** The answer, posted to the frame's window with a port. */
export interface Connect {
  readonly drydock: typeof PROTOCOL;
  readonly type: 'connect';
}

const MAX_TEXT = 5_000_000;

/** A message as the frame understands it; undefined for anything else. */
export function readHostMessage(data: unknown): HostMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { drydock, type, text, id, theme, lang, lesson } = data as Readonly<Record<string, unknown>>;
  if (drydock !== PROTOCOL) return undefined;
  const isText = typeof text === 'string' && text.length <= MAX_TEXT;
  switch (type) {
    case 'run':
      return isText && text.length <= 20_000 ? { type, text } : undefined;
    case 'load':
      return isText ? { type, text } : undefined;
    case 'reset':
      return { type };
    case 'state':
      return typeof id === 'number' && Number.isSafeInteger(id) ? { type, id } : undefined;
    case 'lesson':
      return typeof lesson === 'string' && /^[a-z0-9-]{1,80}$/.test(lesson) ? { type, lesson } : undefined;
    case 'theme':
      return theme === 'light' || theme === 'dark' || theme === 'contrast' ? { type, theme } : undefined;
    case 'lang':
      return lang === 'en' || lang === 'zh' ? { type, lang } : undefined;
    default:
      return undefined;
  }
}
