/** The browser's storage for what the page remembers, under `drydock.`. In a sandboxed page it has none: then it lasts as long as the page. */
const memory = new Map<string, string>();

const storage = {
  getItem(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return memory.get(key) ?? null;
    }
  },
  setItem(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      memory.set(key, value);
    }
  },
};

export const remember = (key: string, value: string): void => storage.setItem(`drydock.${key}`, value);
export const recall = (key: string): string | null => storage.getItem(`drydock.${key}`);
