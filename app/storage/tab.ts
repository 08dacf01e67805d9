/** What a tab remembers of itself, in sessionStorage. */

/** Key of the name of its session; frames of one tab share sessionStorage, so the address is part of it. */
export const SESSION = `drydock.tab${location.search}`;

/** What is there under a key; null also where there is no storage. */
export function sessionItem(key: string): string | null {
  try {
    return sessionStorage.getItem(key);
  } catch {
    return null;
  }
}
