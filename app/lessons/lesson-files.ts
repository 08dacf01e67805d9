/** A lesson from files of the reader's: lesson.yaml, its prose and manifests, or all of them in a zip. */
import type { LessonFiles } from '../../src/lessons/index.ts';
import { chooseFile } from '../share/files.ts';
import { openFiles } from './player.ts';

/** More is no lesson, bytes. */
const MAX_FILE = 200_000;
const MAX_ZIP = 2_000_000;
const WANTED = /\.(?:yaml|yml|md|json)$/;

/** The last part of a path: whatever folder a zip keeps the lesson in, it is one folder. */
const baseName = (path: string): string => path.split('/').at(-1) ?? '';

/** @throws for a zip that is none, or too large */
export async function lessonFilesOf(chosen: readonly File[]): Promise<LessonFiles> {
  const files: Record<string, string> = {};
  for (const file of chosen) {
    if (!file.name.endsWith('.zip')) {
      files[file.name] = await file.text();
      continue;
    }
    if (file.size > MAX_ZIP) throw new Error(`${file.name}: larger than ${MAX_ZIP / 1_000_000} MB`);
    const { strFromU8, unzipSync } = await import('fflate');
    const entries = unzipSync(new Uint8Array(await file.arrayBuffer()), {
      filter: ({ name, originalSize }) => WANTED.test(name) && originalSize <= MAX_FILE,
    });
    for (const [path, bytes] of Object.entries(entries)) files[baseName(path)] = strFromU8(bytes);
  }
  return files;
}

/** Asks for the files and opens the lesson. Answers whether any were chosen. @throws what is wrong with them */
export async function openLessonFromFiles(): Promise<boolean> {
  const chosen = await chooseFile('.yaml,.yml,.md,.zip', true);
  if (chosen.length === 0) return false;
  await openFiles(await lessonFilesOf(chosen));
  return true;
}
