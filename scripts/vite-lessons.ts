// The project's lessons in a build: `virtual:lessons` is the catalog (what the map of courses shows) and a loader for each lesson, which is
// one chunk: read already, so that the page needs neither YAML nor Markdown for it. Beside them stands the schema of lesson.yaml, for the editors of those who write lessons elsewhere.
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { plainText } from '../src/lessons/markdown.ts';
import { readLesson } from '../src/lessons/read.ts';
import { schemaText } from '../src/lessons/schema.ts';
import { courses, lessonFiles, lessonFolders } from '../src/serve/lesson-files.ts';

const ROOT = fileURLToPath(new URL('../lessons', import.meta.url));
const CATALOG = 'virtual:lessons';
const LESSON = 'virtual:lesson/';

export function lessonsPlugin(): Plugin {
  return {
    name: 'drydock-lessons',
    resolveId: (id) => (id === CATALOG || id.startsWith(LESSON) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${CATALOG}`) {
        for (const name of readdirSync(ROOT)) this.addWatchFile(join(ROOT, name, 'course.yaml'));
        return catalogModule();
      }
      if (!id.startsWith(`\0${LESSON}`)) return undefined;
      const folder = folderOf(id.slice(LESSON.length + 1));
      for (const name of readdirSync(folder)) this.addWatchFile(join(folder, name));
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(readLesson(lessonFiles(folder), { allLanguages: true })))});`;
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'lesson.schema.json', source: schemaText() });
    },
  };
}

function folderOf(id: string): string {
  const folder = lessonFolders(ROOT).find((one) => basename(one) === id);
  if (!folder) throw new Error(`there is no lesson ${id}`);
  return folder;
}

/** Throws LessonError for a lesson that cannot be read: a build with it would be broken. */
function catalogModule(): string {
  const all = courses(ROOT);
  const lessons = all.flatMap((course) =>
    course.lessons.map((id) => {
      const { level, minutes, needs, prose } = readLesson(lessonFiles(join(ROOT, course.id, id)), { allLanguages: true });
      const texts = Object.entries(prose).map(([language, { title, summary }]) => [language, { title, summary: plainText(summary) }]);
      return { id, course: course.id, level, minutes, needs, texts: Object.fromEntries(texts) };
    }),
  );
  const loaders = lessons.map(({ id }) => `${JSON.stringify(id)}: () => import(${JSON.stringify(LESSON + id)})`);
  return `export const courses = ${JSON.stringify(all)};\nexport const lessons = ${JSON.stringify(lessons)};\nexport const loaders = {${loaders.join(', ')}};\n`;
}
