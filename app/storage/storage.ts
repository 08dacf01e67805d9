/** The browser's storage for what the page remembers, under `drydock.`. In a sandboxed page it has none: then it lasts as long as the page. */
const memory = new Map<string, string>();

/** What the browser did not take: of as many names the newest value lasts only as long as the page. */
export const unwritten: ReadonlyMap<string, string> = memory;

const storage = {
  getItem(key: string): string | null {
    try {
      return memory.get(key) ?? localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  setItem(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
      memory.delete(key);
    } catch {
      memory.set(key, value);
    }
  },
};

export const remember = (key: string, value: string): void => storage.setItem(`drydock.${key}`, value);
export const recall = (key: string): string | null => storage.getItem(`drydock.${key}`);
