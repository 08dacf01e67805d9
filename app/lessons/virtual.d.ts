/** Made by scripts/vite-lessons.ts from the folder lessons/. */
declare module 'virtual:lessons' {
  type Language = import('../../src/lessons/index.ts').LessonLanguage;

  /** What the map of courses shows of a lesson. */
  export interface LessonEntry {
    readonly id: string;
    readonly course: string;
    readonly level: string;
    readonly minutes: number;
    readonly needs: readonly string[];
    readonly texts: Readonly<Record<Language, { readonly title: string; readonly summary: string }>>;
  }
  export const courses: readonly import('../../src/lessons/index.ts').Course[];
  export const lessons: readonly LessonEntry[];
  export const loaders: Readonly<Record<string, () => Promise<{ readonly default: import('../../src/lessons/index.ts').Lesson }>>>;
}
