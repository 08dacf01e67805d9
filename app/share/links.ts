/** Links that open this very state: in the address's fragment, which no server sees. `#s=1.<packed>`. */
import { parseSave, SaveError, type SessionSave } from '../../src/session/save.ts';
import { CodecError, pack, unpack } from './codec.ts';

/** Longer ones are cut by mail programs and chats: then a file is better. */
const MAX_LINK = 32_000;
const VERSION = '1';

/** The link, or undefined when the session is too large for one. */
export async function linkOf(save: SessionSave): Promise<string | undefined> {
  // What the screens showed makes links long; the last part is enough to go on.
  const short = { ...save, terminals: save.terminals.map(({ text, state }) => ({ text: text.slice(-2000), state })) };
  const packed = await pack(JSON.stringify(short));
  const link = new URL(location.href);
  link.hash = `s=${VERSION}.${packed}`;
  link.search = '';
  return link.href.length > MAX_LINK ? undefined : link.href;
}

/** The session in a fragment; undefined when there is none. @throws SaveError */
export async function sessionInLink(hash: string): Promise<SessionSave | undefined> {
  if (!hash.startsWith('#s=')) return undefined;
  const [, version, packed = ''] = /^#s=(\d+)\.(.*)$/s.exec(hash) ?? [];
  if (version === undefined) throw new SaveError('the link is damaged');
  if (version !== VERSION) throw new SaveError('a newer version of Drydock made the link');
  try {
    return parseSave(await unpack(packed));
  } catch (error) {
    throw error instanceof CodecError ? new SaveError(error.message) : error;
  }
}
