/** Reads a lesson's files into a Lesson, or says what is wrong with them. */
import type { AppBehaviour, Image } from '../node/images/image.ts';
import { Field } from './fields.ts';
import {
  type Check,
  type ClusterStart,
  type Course,
  type DeadEnd,
  fillVars,
  LANGUAGES,
  type Lesson,
  type LessonFiles,
  type LessonLanguage,
  type Question,
  type Step,
  UNTRANSLATED,
  undeclaredVars,
  type Vars,
} from './format.ts';
import { codeBlocks } from './markdown.ts';
import { LessonError, type Problem } from './problem.ts';
import { type Prose, readProse } from './prose.ts';
import {
  CHECK,
  CLUSTER,
  DEAD_END,
  EXAM,
  EXITS,
  fieldsOf,
  IMAGE,
  LESSON_SCHEMA,
  LEVELS,
  LISTEN,
  PREDICT,
  QUESTION,
  STEP,
  VAR_PATTERN,
} from './schema.ts';
import { targetProblem } from './target.ts';

const VAR = new RegExp(VAR_PATTERN);

export interface ReadOptions {
  /** Every language must be there (the project's own lessons); otherwise one is enough. */
  readonly allLanguages: boolean;
  /** What still has texts to be translated is a problem; else that language is left out, as if its file were not there yet. */
  readonly translated?: boolean;
}

/** @throws LessonError with every problem found */
export function readLesson(files: LessonFiles, options: ReadOptions = { allLanguages: false }): Lesson {
  const { lesson, problems } = tryReadLesson(files, options);
  if (problems.length > 0 || !lesson) throw new LessonError(problems);
  return lesson;
}

export function tryReadLesson(
  files: LessonFiles,
  { allLanguages, translated = allLanguages }: ReadOptions,
): { readonly lesson?: Lesson; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const text = files['lesson.yaml'];
  if (text === undefined) return { problems: [{ file: 'lesson.yaml', line: 0, message: 'is missing' }] };
  const root = Field.parse('lesson.yaml', text, problems);
  if (problems.length > 0) return { problems };
  const structure = readStructure(root, files, problems);
  if (problems.length > 0) return { problems };
  const prose: Partial<Record<LessonLanguage, Prose>> = {};
  for (const language of LANGUAGES) {
    const source = files[`${language}.md`];
    if (source === undefined) {
      if (allLanguages) problems.push({ file: `${language}.md`, line: 0, message: 'is missing' });
      continue;
    }
    const waiting = source.split('\n').flatMap((line, index) => (line.includes(UNTRANSLATED) ? [index + 1] : []));
    if (waiting.length > 0 && !translated) continue;
    for (const line of waiting)
      problems.push({ file: `${language}.md`, line, message: `is to be translated, then ${UNTRANSLATED} taken away` });
    prose[language] = readProse(`${language}.md`, source, structure.vars, problems);
  }
  if (Object.keys(prose).length === 0) problems.push({ file: 'en.md', line: 0, message: 'is missing' });
  const lesson: Lesson = { ...structure, prose };
  if (problems.length === 0) checkTexts(lesson, problems);
  return problems.length > 0 ? { problems } : { lesson, problems };
}

type Structure = Omit<Lesson, 'prose'>;

function readStructure(root: Field, files: LessonFiles, problems: Problem[]): Structure {
  const field = root.map(fieldsOf(LESSON_SCHEMA));
  const vars = readVars(field('vars'));
  const fill = filler(vars);
  const steps = field('steps')
    .list()
    .map((step) => readStep(step, fill));
  if (field('steps').exists && steps.length === 0) field('steps').problem('needs at least one step');
  if (!field('steps').exists) root.problem('steps is missing');
  unique(steps, 'step', problems);
  for (const reserved of ['quiz', 'end'])
    if (steps.some(({ id }) => id === reserved)) field('steps').problem(`"${reserved}" is no step: it is the name of a part of the prose`);
  const exam = field('exam').map(fieldsOf(EXAM));
  return {
    id: field('id').id(),
    level: field('level').choice(LEVELS, 'core'),
    minutes: field('minutes').number(undefined, 1),
    needs: field('needs')
      .list()
      .map((one) => one.id()),
    teaches: field('teaches').texts(),
    vars,
    cluster: readCluster(field('cluster'), files, fill),
    steps,
    quiz: field('quiz')
      .list()
      .map((one) => readQuestion(one)),
    ...(field('exam').exists && { exam: { seconds: exam('seconds').number(undefined, 10), pass: exam('pass').number(66) } }),
  };
}

type Fill = (field: Field, text: string) => string;

/** Fills vars and complains about those that are not declared. */
function filler(vars: Vars): Fill {
  return (field, text) => {
    for (const name of undeclaredVars(text, vars)) field.problem(`\${${name}} is not declared in vars`);
    return fillVars(text, vars);
  };
}

function readVars(field: Field): Vars {
  return Object.fromEntries(
    field.entries().map(([name, value]) => {
      if (!VAR.test(name)) value.problem('a name begins with a small letter, then letters, digits and _');
      const found = value.value();
      if (typeof found !== 'string' && typeof found !== 'number') value.problem('must be a text or a number');
      if (String(found).includes('\n')) value.problem('must be one line');
      return [name, typeof found === 'number' ? found : String(found)];
    }),
  );
}

function readCluster(cluster: Field, files: LessonFiles, fill: Fill): ClusterStart {
  const field = cluster.map(fieldsOf(CLUSTER));
  const nodes = field('nodes').number(1, 1);
  if (nodes > 50 || !Number.isInteger(nodes)) field('nodes').problem('must be a whole number from 1 to 50');
  return {
    nodes,
    seed: field('seed').number(1),
    manifests: field('manifests')
      .list()
      .map((one) => {
        const name = one.text();
        if (one.exists && files[name] === undefined) one.problem(`there is no file ${name} in the lesson's folder`);
        return fill(one, files[name] ?? '');
      }),
    setup: lines(field('setup')).map((line) => fill(field('setup'), line)),
    files: Object.fromEntries(
      field('files')
        .entries()
        .map(([path, text]) => [path, fill(text, text.text())]),
    ),
    images: field('images').list().map(readImage),
  };
}

/** A script's lines, without comments. A line's continuation belongs to it. */
function lines(field: Field): string[] {
  return field
    .script()
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
}

function readImage(image: Field): Image {
  const field = image.map(fieldsOf(IMAGE));
  const name = field('name').text();
  const exits = field('exits').map(fieldsOf(EXITS));
  const app: AppBehaviour = {
    listen: field('listens')
      .list()
      .map((listen) => {
        const one = listen.map(fieldsOf(LISTEN));
        return {
          port: one('port').number(undefined, 1),
          server: 'text',
          args: {
            text: one('text').text('{hostname}\n'),
            status: one('status').number(200),
            ...(one('log').exists && { log: one('log').text() }),
          },
        };
      }),
    logs: field('logs').texts(),
    ...(field('exits').exists && { exits: { afterMs: exits('afterMs').number(0), code: exits('code').number(1) } }),
    ...(field('stopMs').exists && { stopMs: field('stopMs').number() }),
  };
  return {
    names: [name.includes('/') ? name : `docker.io/library/${name}`],
    tags: field('tags').exists
      ? field('tags')
          .list()
          .map((tag) => tag.expression())
      : { pattern: '.+' },
    size: 20_000_000,
    entrypoint: ['app'],
    ports: app.listen?.map(({ port }) => port) ?? [],
    programs: field('programs').exists ? field('programs').texts() : ['busybox', 'bash', 'curl'],
    env: Object.fromEntries(
      field('env')
        .entries()
        .map(([key, value]) => [key, value.expression()]),
    ),
    files: Object.fromEntries(
      field('files')
        .entries()
        .map(([path, value]) => [path, value.text()]),
    ),
    app,
  };
}

function readStep(step: Field, fill: Fill): Step {
  const field = step.map(fieldsOf(STEP));
  const script = (one: Field): string => fill(one, one.script());
  const checks = field('checks').list().map(readCheck);
  return {
    id: field('id').id(),
    ...(field('focus').exists && { focus: readFocus(field('focus'), fill) }),
    ...(field('predict').exists && { predict: readQuestion(field('predict'), true) }),
    ...(field('ask').exists && { ask: field('ask').expression() }),
    checks,
    deadEnds: field('deadEnds')
      .list()
      .map((one) => readDeadEnd(one, fill)),
    solution: script(field('solution')),
    others: field('others').list().map(script),
    wrong: field('wrong').list().map(script),
  };
}

function readFocus(field: Field, fill: Fill): string {
  const focus = fill(field, field.text());
  const problem = focus.includes('/') ? targetProblem(focus) : `"${focus}" is no KIND/NAME`;
  if (problem) field.problem(problem);
  return focus;
}

function readQuestion(question: Field, single = false): Question {
  const field = question.map(fieldsOf(single ? PREDICT : QUESTION));
  const options = field('options')
    .list()
    .map((option) => option.id());
  const answer = field('answer').isList
    ? field('answer')
        .list()
        .map((one) => one.id())
    : [field('answer').id()];
  for (const one of answer) if (!options.includes(one)) field('answer').problem(`"${one}" is not one of the options ${options.join(', ')}`);
  if (options.length < 2) field('options').problem('needs two options or more');
  return { id: single ? 'predict' : field('id').id(), options, answer };
}

function readCheck(check: Field): Check {
  const field = check.map(fieldsOf(CHECK));
  return {
    id: field('id').id(),
    that: field('that').expression(),
    ...(field('saw').exists && { saw: field('saw').expression() }),
    stable: field('stable').number(0),
    once: field('once').flag(),
    keeps: field('keeps').flag(),
    because: Object.fromEntries(
      field('because')
        .entries()
        .map(([id, when]) => [id, when.expression()]),
    ),
  };
}

function readDeadEnd(deadEnd: Field, fill: Fill): DeadEnd {
  const field = deadEnd.map(fieldsOf(DEAD_END));
  return {
    id: field('id').id(),
    when: field('when').expression(),
    by: fill(field('by'), field('by').exists ? field('by').script() : field('by').text()),
  };
}

function unique(things: readonly { readonly id: string }[], what: string, problems: Problem[]): void {
  const seen = new Set<string>();
  for (const { id } of things) {
    if (seen.has(id)) problems.push({ file: 'lesson.yaml', line: 0, message: `the ${what} "${id}" is there twice` });
    seen.add(id);
  }
}

/** Every text that the structure needs is in every language, and no other. */
function checkTexts(lesson: Lesson, problems: Problem[]): void {
  for (const [language, prose] of Object.entries(lesson.prose)) {
    const file = `${language}.md`;
    const missing = (line: number, what: string): void => {
      problems.push({ file, line, message: `"${what}" is missing` });
    };
    const compare = (line: number, wanted: readonly string[], found: readonly string[], name: (id: string) => string): void => {
      for (const id of wanted) if (!found.includes(id)) missing(line, name(id));
      for (const id of found) if (!wanted.includes(id)) problems.push({ file, line, message: `"${name(id)}" is not in lesson.yaml` });
    };
    compare(
      0,
      lesson.steps.map(({ id }) => id),
      Object.keys(prose.steps),
      (id) => `## ... {#${id}}`,
    );
    for (const step of lesson.steps) {
      const text = prose.steps[step.id];
      if (!text) continue;
      const { line } = text;
      compare(
        line,
        step.checks.map(({ id }) => id),
        Object.keys(text.checks),
        (id) => `### check ${id}`,
      );
      compare(
        line,
        step.checks.flatMap((check) => Object.keys(check.because).map((id) => `${check.id}/${id}`)),
        Object.keys(text.because),
        (id) => `### because ${id}`,
      );
      compare(
        line,
        step.deadEnds.map(({ id }) => id),
        Object.keys(text.deadEnds),
        (id) => `### dead-end ${id}`,
      );
      compare(line, step.predict ? ['predict'] : [], text.predict ? ['predict'] : [], (id) => `### ${id}`);
      if (step.predict && text.predict)
        compare(line, step.predict.options, Object.keys(text.predict.options), (id) => `- \`${id}\` (an option of predict)`);
      if (step.predict && text.predict?.answer.length === 0) missing(line, '### answer');
      for (const block of codeBlocks(text.predict?.answer ?? []))
        if (block.run)
          problems.push({ file, line: block.line, message: 'a command in the answer: who skips the question does not see it' });
      if ((step.ask !== undefined) !== text.ask.length > 0) missing(line, step.ask === undefined ? 'ask: in lesson.yaml' : '### ask');
      if (!lesson.exam && step.checks.length > 0 && text.hints.length === 0) missing(line, '### hint');
      if (text.body.length === 0) missing(line, `text under {#${step.id}}`);
    }
    compare(
      0,
      lesson.quiz.map(({ id }) => id),
      Object.keys(prose.quiz),
      (id) => `### question ${id}`,
    );
    for (const question of lesson.quiz) {
      const text = prose.quiz[question.id];
      if (!text) continue;
      compare(0, question.options, Object.keys(text.options), (id) => `- \`${id}\` (an option of question ${question.id})`);
      if (text.answer.length === 0) missing(0, `### answer (of question ${question.id})`);
    }
  }
}

/** @throws LessonError */
export function readCourse(id: string, text: string): Course {
  const problems: Problem[] = [];
  const file = `${id}/course.yaml`;
  const field = Field.parse(file, text, problems).map(['title', 'about', 'lessons']);
  const both = (one: Field): Record<LessonLanguage, string> => {
    const texts = one.map(LANGUAGES);
    return { en: texts('en').text(), zh: texts('zh').text() };
  };
  const course: Course = { id, title: both(field('title')), about: both(field('about')), lessons: field('lessons').texts() };
  if (problems.length > 0) throw new LessonError(problems);
  return course;
}
