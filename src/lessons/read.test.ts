import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LESSONS, lessonFiles, lessonLibrary } from '../serve/lesson-files.ts';
import { Checker, ExpressionError } from './cel.ts';
import { checkLesson, LessonError, type LessonFiles, readLesson } from './index.ts';
import { type Block, blocksOf, type Inline, isSafeAddress, lex } from './markdown.ts';

const library = lessonLibrary();
const good = lessonFiles(`${LESSONS}/basics/expose-your-app`);

/** The lesson with one text in it replaced by another. */
const changed = (file: string, from: string, to: string): LessonFiles => {
  expect(good[file]).toContain(from);
  return { ...good, [file]: (good[file] as string).replace(from, to) };
};

async function problems(files: LessonFiles): Promise<string[]> {
  const report = await checkLesson(files, { allLanguages: true, library });
  return report.problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

describe('the proof of a lesson finds', () => {
  it.each([
    ['a check that holds at the start', 'lesson.yaml', 'that: "!exists(\'svc\', app)"', 'that: "true"', /holds at the start already/],
    [
      'a check that no solution fulfils',
      'lesson.yaml',
      'that: size(ready(app)) >= 1\n',
      'that: size(ready(app)) >= 2\n',
      /is not done after/,
    ],
    [
      'a wrong way that does',
      'lesson.yaml',
      '- kubectl get pods -o wide',
      "- curl --connect-timeout 1 $(kubectl get pods -o jsonpath='{.items[0].status.podIP}'):8080",
      /is done after wrong\[0\]/,
    ],
    ['a dead end that is none', 'lesson.yaml', 'by: kubectl delete deployment ${app}', 'by: kubectl get pods', /is not noticed/],
    [
      'CEL that is none',
      'lesson.yaml',
      "that: get('svc', app).spec.type == 'NodePort'",
      'that: gett(app)',
      /lesson.yaml:\d+: expose: the check type: .*gett/,
    ],
    ['a kind that there is not', 'lesson.yaml', 'that: size(ready(app)) >= 1', "that: exists('servce', app)", /there is no kind "servce"/],
    ['a read by another name', 'lesson.yaml', 'that: size(ready(app)) >= 1', "that: size(reads('pod')) > 0", /plural name: "pods"/],
    ['a focus on nothing', 'lesson.yaml', 'focus: deploy/${app}', 'focus: deploy ${app}', /steps\[1\].focus: "deploy kubernetes-bootcamp"/],
    [
      'a pointer to nothing',
      'en.md',
      '[Service](look:svc/${app})',
      '[Service](look:srv/${app})',
      /en.md:\d+: look:"srv\/.*": there is no kind "srv"/,
    ],
    ['a text that is missing', 'zh.md', '### check tried', '#### check tried', /zh.md:7: "### check tried" is missing/],
    ['a text that nothing asks for', 'en.md', '### check tried', '### check tired', /"### check tired" is not in lesson.yaml/],
    ['a command that differs between languages', 'zh.md', 'kubectl get pods -o wide', 'kubectl get pods', /zh.md:\d+: its command 1/],
    ['a command that fails', 'en.md', 'kubectl get services\n', 'kubectl get servces\n', /(fails with 1|its command 1)/],
    ['a command that was not taught', 'lesson.yaml', '  - kubectl expose\n', '', /"kubectl expose" is used but not taught/],
    ['a name that is not declared', 'en.md', '${port}', '${prot}', /en.md:5: \$\{prot\} is not declared/],
    ['a field that it does not know', 'lesson.yaml', 'minutes: 12', 'minutes: 12\nminuts: 1', /lesson.yaml:4: unknown field "minuts"/],
    ['YAML that is none', 'lesson.yaml', 'vars: {app', 'vars: {app: {', /lesson.yaml:\d+: /],
    ['a set-up that fails', 'lesson.yaml', 'kubectl rollout status deployment/${app}', 'kubectl get deploy nothing', /set-up failed/],
  ])('%s', { timeout: 60_000 }, async (_name, file, from, to, expected) => {
    expect((await problems(changed(file, from, to))).join('\n')).toMatch(expected);
  });
});

it('the example of a lesson from elsewhere is whole', { timeout: 60_000 }, async () => {
  expect(await problems(lessonFiles(new URL('../../examples/lesson', import.meta.url).pathname))).toEqual([]);
});

describe('a lesson from anywhere', () => {
  it('is read or refused, whatever is in it', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom('${app}', '- ', ': ', '{', '&a', '*a', '!!js/function', '<script>alert(1)</script>', '\n  ', '"'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('lesson.yaml', 'en.md'),
        fc.nat(),
        fc.nat(200),
        fc.array(piece, { maxLength: 4 }),
        (file, at, cut, pieces) => {
          const text = good[file] as string;
          const start = at % text.length;
          const files = { ...good, [file]: text.slice(0, start) + pieces.join('') + text.slice(start + cut) };
          try {
            readLesson(files);
          } catch (error) {
            expect(error).toBeInstanceOf(LessonError);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('has prose of the known kinds only, and no address that runs script', () => {
    const inlines = (inline: readonly Inline[]): Inline[] =>
      inline.flatMap((one) => (typeof one === 'object' && 'inline' in one ? [one, ...inlines(one.inline)] : [one]));
    const links = (blocks: readonly Block[]): string[] =>
      blocks.flatMap((block) => {
        if (block.kind === 'list') return block.items.flatMap(links);
        if (block.kind === 'note') return links(block.blocks);
        const all =
          block.kind === 'paragraph' || block.kind === 'heading'
            ? block.inline
            : block.kind === 'table'
              ? [...block.head, ...block.rows.flat()].flat()
              : [];
        return inlines(all).flatMap((one) => (typeof one === 'object' && one.kind === 'link' ? [one.href] : []));
      });
    const hostile = fc.constantFrom(
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      '//evil.example',
      'vbscript:x',
      '\tjavascript:x',
      'https://ok.example/a',
      './x',
      'blob:x',
      'file:///etc',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.string(),
            hostile,
            hostile.map((href) => `[a](${href})`),
            hostile.map((href) => `[a](<${href}>)`),
            fc.constantFrom('<img src=x onerror=1>', '**', '`', '\n\n', '> ', '- '),
          ),
        ),
        (parts) => {
          for (const href of lex(parts.join('')).flatMap(({ token, line }) => links(blocksOf(token, line))))
            expect(href).toMatch(/^(https?:\/\/|\.{0,2}\/|#|\?|[\w-]+\.(md|html))/);
        },
      ),
    );
    for (const href of ['javascript:x', ' javascript:x', '//evil.example', 'data:x', '/\\evil.example'])
      expect(isSafeAddress(href), href).toBe(false);
  });

  it('has checks that neither loop nor call out', () => {
    const checker = new Checker({ app: 'web' });
    for (const source of [
      'window',
      'globalThis.alert(1)',
      "app.constructor('x')",
      'get(',
      "[].map(x, [].map(y, '1')",
      '${app}',
      '(((((((((('.repeat(50),
    ])
      expect(() => checker.compile(source), source).toThrow(ExpressionError);
  });
});
