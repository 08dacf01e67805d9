/** The schema that editors use and the reader that decides say the same. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { LESSONS, lessonFiles, lessonFolders } from '../serve/lesson-files.ts';
import { tryReadLesson } from './read.ts';
import { LESSON_SCHEMA, schemaText } from './schema.ts';

const fits = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(LESSON_SCHEMA);
const all = lessonFolders(LESSONS).map((folder) => lessonFiles(folder));

describe('the schema of lesson.yaml', () => {
  it('fits all lessons of the project', () => {
    for (const files of all) expect(fits(parse(files['lesson.yaml'] as string)), JSON.stringify(fits.errors)).toBe(true);
  });

  it('is the file that authors point their editor to', () => {
    expect(readFileSync(new URL('../../docs/lesson.schema.json', import.meta.url), 'utf8')).toBe(schemaText());
  });

  it('refuses only what the reader refuses, whatever is changed in a lesson', () => {
    const odd = fc.constantFrom<unknown>(-1, 1.5, 'Two words', '', [], {}, true, ['x'], { id: 'x' }, { nonsense: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.array(fc.nat(12), { maxLength: 5 }), odd, fc.boolean(), (files, path, value, rename) => {
        const lesson: unknown = parse(files['lesson.yaml'] as string);
        change(lesson, path, value, rename);
        if (fits(lesson)) return;
        const { problems } = tryReadLesson({ ...files, 'lesson.yaml': stringify(lesson) }, { allLanguages: true });
        expect(problems.length, JSON.stringify(fits.errors)).toBeGreaterThan(0);
      }),
      { numRuns: 120 },
    );
  });
});

/** Walks a few steps into a value and puts something else there, or gives a field another name. */
function change(within: unknown, path: readonly number[], value: unknown, rename: boolean): void {
  if (typeof within !== 'object' || within === null) return;
  const fields = within as Record<string, unknown>;
  const names = Object.keys(fields);
  const name = names[(path[0] ?? 0) % Math.max(1, names.length)];
  if (name === undefined) return;
  const next = fields[name];
  if (path.length > 1 && typeof next === 'object' && next !== null) return change(next, path.slice(1), value, rename);
  if (rename && !Array.isArray(fields)) {
    delete fields[name];
    fields[`${name}x`] = next;
  } else fields[name] = value;
}
