import { describe, expect, test } from 'vitest';
import { checkFile } from './check-engine.ts';

const found = (path: string, source: string): string[] => checkFile(path, source).map((v) => `${v.line} ${v.rule}: ${v.message}`);

describe('the engine is deterministic', () => {
  test.each([
    ['Date.now()', /Date\.now: use virtual time/],
    ['new Date()', /new Date\(\) reads the machine's clock/],
    ['Date()', /Date\(\) reads/],
    ['new Date(2026, 1, 2)', /local time/],
    ['Math.random()', /seeded random/],
    ['setTimeout(f, 1)', /setTimeout: use a timer of the world/],
    ['setInterval(f, 1)', /timer/],
    ['queueMicrotask(f)', /timer/],
    ['requestAnimationFrame(f)', /timer/],
    ['performance.now()', /virtual time/],
    ['document.body', /nothing of the page/],
    ['window.foo', /nothing of the page/],
    ['globalThis.foo', /parameter/],
    ['d.getHours()', /UTC/],
    ["'a'.localeCompare('b')", /explicit comparison/],
    ['[setTimeout]', /timer/],
    ['({ document })', /nothing of the page/],
  ])('%s is found, with its line', (code, message) => {
    const violations = found('src/world/x.ts', `// one\nexport const x = ${code};\n`);
    expect(violations).toHaveLength(1);
    expect(violations[0]).toMatch(/^2 determinism/);
    expect(violations[0]).toMatch(message);
  });

  test.each([
    'new Date(5).getUTCHours()',
    'Date.parse("2026-01-01")',
    'yaml.document',
    '({ document: 1, window: 2 })',
    '((document: string) => document)("a")',
    '(({ document }: { document: string }) => document)({ document: "a" })',
    '"Date.now() in words" // setTimeout()',
    'clock.setTimeout',
  ])('%s is fine', (code) => {
    expect(found('src/world/x.ts', `export const x = ${code};\n`)).toEqual([]);
  });

  test('the command line, tests and the page may', () => {
    for (const path of ['src/serve/cli.ts', 'src/world/clock.test.ts', 'app/main.tsx']) {
      expect(found(path, 'export const x = Date.now();')).toEqual([]);
    }
  });
});

describe('the folders of the page stand on each other', () => {
  test.each([
    ['app/engine/x.ts', "import { a } from '../time/a.ts';", /app\/engine imports app\/time\/a\.ts, which is above it/],
    ['app/base/x.ts', "import type { A } from '../panels/a.ts';", /above it/],
    ['app/panels/x.ts', "import a from '../main.tsx';", /above it/],
    ['app/extras/x.ts', "import a from '../base/a.ts';", /app\/extras is not in the list/],
  ])('%s: %s', (path, source, message) => {
    expect(found(path, source)).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    ['app/time/x.ts', "import { a } from '../engine/a.ts';"],
    ['app/engine/x.ts', "const a = await import('../time/a.ts');"],
    ['app/App.tsx', "import { a } from './header/a.ts';"],
    ['app/i18n/x.test.ts', "import a from '../lessons/a.json';"],
  ])('%s may: %s', (path, source) => {
    expect(found(path, source)).toEqual([]);
  });
});

describe('imports go down the layers', () => {
  test.each([
    ['src/world/x.ts', "import { a } from '../api/a.ts';", /world imports api \(src\/api\/a\.ts\): world imports nothing/],
    ['src/kubectl/get.ts', "import type { A } from '../world/a.ts';", /kubectl imports world .*may import kernel, kinds, api/],
    ['src/kubectl/get/get.ts', "export { a } from '../../controllers/a.ts';", /kubectl imports controllers/],
    ['src/controllers/x.ts', "const a = await import('../network/a.ts');", /controllers imports network/],
    ['src/api/x.ts', "let a: import('../session/a.ts').A;", /api imports session/],
    ['src/api/x.ts', "import a from '../../app/a.ts';", /api imports app/],
    ['src/api/x.ts', "import a from '../../scripts/a.ts';", /outside src\/ and app\//],
    ['src/nowhere/x.ts', "import a from '../world/a.ts';", /not in the table/],
    ['app/x.tsx', "import a from '../src/controllers/a.ts';", /app imports controllers/],
  ])('%s: %s', (path, source, message) => {
    const violations = found(path, source);
    expect(violations).toHaveLength(1);
    expect(violations[0]).toMatch(/^1 layers: /);
    expect(violations[0]).toMatch(message);
  });

  test('allowed ones pass', () => {
    expect(found('src/kubectl/get.ts', "import { a } from '../api/a.ts';\nimport { b } from './b.ts';")).toEqual([]);
    expect(found('src/serve/cli.ts', "import { a } from '../session/a.ts';\nimport fs from 'node:fs';")).toEqual([]);
    expect(found('app/terminal/x.tsx', "import { a } from '../../src/session/a.ts';\nimport '../base/notice.css';")).toEqual([]);
    expect(found('src/world/x.test.ts', "import { a } from '../session/a.ts';")).toEqual([]);
  });
});

test('the engine imports only packages from its list', () => {
  expect(found('src/shell/x.ts', "import { parse } from 'unbash';\nimport { parse as y } from 'yaml';")).toEqual([]);
  expect(found('src/shell/x.ts', "import fs from 'node:fs';")[0]).toMatch(/^1 packages: .*src\/serve/);
  expect(found('src/shell/x.ts', "\nimport { useState } from 'react';")[0]).toMatch(/^2 packages: the engine imports react/);
  expect(found('src/shell/x.ts', "import type { V1Pod } from '@kubernetes/client-node';")).toHaveLength(1);
});

test('a file that does not parse is a violation, not an exception', () => {
  expect(found('src/world/x.ts', 'export const = ;')[0]).toMatch(/syntax/);
});
