/**
 * The prose of a lesson in one language: Markdown whose second-level headings are the steps (`## Title {#step-id}`) and whose
 * third-level headings are the named texts of a step (`### check service`, `### hint`, ...).
 */
import type { Token, Tokens } from 'marked';
import { fillVars, undeclaredVars, type Vars } from './format.ts';
import { type Block, blocksOf, codeBlocks, type Inline, inlineOf, lex, plainText, unknownWords } from './markdown.ts';
import type { Problem } from './problem.ts';
import { targetProblem } from './target.ts';

export interface Prose {
  readonly title: string;
  /** The first paragraph. */
  readonly summary: readonly Inline[];
  readonly intro: readonly Block[];
  readonly steps: Readonly<Record<string, StepProse>>;
  /** By question id. */
  readonly quiz: Readonly<Record<string, QuestionProse>>;
  /** What is said at the end: `## Title {#end}`. */
  readonly end: readonly Block[];
}

export interface StepProse {
  readonly title: string;
  readonly line: number;
  readonly body: readonly Block[];
  /** By check id; the first line of each is what is wanted. */
  readonly checks: Readonly<Record<string, readonly Block[]>>;
  /** By `check/because`. */
  readonly because: Readonly<Record<string, readonly Block[]>>;
  readonly deadEnds: Readonly<Record<string, readonly Block[]>>;
  readonly hints: readonly (readonly Block[])[];
  readonly predict?: QuestionProse;
  readonly ask: readonly Block[];
  /** Said when the step is done. */
  readonly done: readonly Block[];
}

export interface QuestionProse {
  readonly text: readonly Block[];
  readonly options: Readonly<Record<string, readonly Inline[]>>;
  /** Why the answer is what it is. */
  readonly answer: readonly Block[];
}

/** Sections of a step, as third-level headings. */
const SECTIONS = 'check ID, because CHECK/ID, dead-end ID, hint, predict, ask, answer, done';

interface Question {
  text: Block[];
  options: Record<string, readonly Inline[]>;
  answer: Block[];
}

interface Draft {
  title: string;
  line: number;
  body: Block[];
  checks: Record<string, Block[]>;
  because: Record<string, Block[]>;
  deadEnds: Record<string, Block[]>;
  hints: Block[][];
  predict?: Question;
  ask: Block[];
  done: Block[];
}

/** Reads a Markdown file; what is wrong with it goes to `problems`. */
export function readProse(file: string, source: string, vars: Vars, problems: Problem[]): Prose {
  const report = (line: number, message: string): void => {
    problems.push({ file, line, message });
  };
  source.split('\n').forEach((text, index) => {
    for (const name of undeclaredVars(text, vars, ['saw'])) report(index + 1, `\${${name}} is not declared in vars`);
    for (const [, target = ''] of text.matchAll(/\]\(look:([^)]*)\)/g)) {
      const problem = targetProblem(fillVars(target, vars));
      if (problem) report(index + 1, `look:${problem}`);
    }
  });
  const prose = { title: '', summary: [] as readonly Inline[], intro: [] as Block[], end: [] as Block[] };
  const steps: Record<string, Draft> = {};
  const quiz: Record<string, Question> = {};
  let into: Block[] = prose.intro;
  let step: Draft | undefined;
  let question: Question | undefined;
  let options: Question | undefined;
  let inQuiz = false;

  const second = (heading: Tokens.Heading, line: number): void => {
    const found = /^(.*?)\s*\{#([a-z0-9-]+)\}$/.exec(heading.text);
    step = question = options = undefined;
    inQuiz = false;
    if (!found) {
      into = [];
      return report(line, `a second-level heading begins a step and needs its id: "## ${heading.text} {#step-id}"`);
    }
    const [, title = '', id = ''] = found;
    if (id === 'end') {
      into = prose.end;
    } else if (id === 'quiz') {
      inQuiz = true;
      into = [];
    } else {
      if (steps[id]) report(line, `the step ${id} is there twice`);
      step = { title, line, body: [], checks: {}, because: {}, deadEnds: {}, hints: [], ask: [], done: [] };
      steps[id] = step;
      into = step.body;
    }
  };

  const third = (heading: Tokens.Heading, line: number): void => {
    const [word = '', name = '', ...rest] = heading.text.trim().split(/\s+/);
    const named = (texts: Record<string, Block[]>): Block[] => {
      if (texts[name]) report(line, `"${heading.text}" is there twice`);
      return (texts[name] = []);
    };
    options = undefined;
    if (word === 'answer' && name === '' && question) into = question.answer;
    else if (inQuiz && word === 'question' && name !== '') {
      options = question = quiz[name] = { text: [], options: {}, answer: [] };
      into = question.text;
    } else if (!step || rest.length > 0) {
      into = [];
      report(
        line,
        inQuiz ? `"### ${heading.text}": a quiz has "### question ID" and "### answer"` : `unknown section "### ${heading.text}"`,
      );
    } else if (word === 'check' && name !== '') into = named(step.checks);
    else if (word === 'because' && name.includes('/')) into = named(step.because);
    else if (word === 'dead-end' && name !== '') into = named(step.deadEnds);
    else if (word === 'hint' && name === '') step.hints.push((into = []));
    else if (word === 'predict' && name === '') {
      options = question = step.predict = { text: [], options: {}, answer: [] };
      into = question.text;
    } else if (word === 'ask' && name === '') into = step.ask;
    else if (word === 'done' && name === '') into = step.done;
    else {
      into = [];
      report(line, `unknown section "### ${heading.text}"; known: ${SECTIONS}. Use #### for a heading of your own`);
    }
  };

  for (const { token, line } of lex(fillVars(source, vars))) {
    if (token.type === 'heading') {
      const heading = token as Tokens.Heading;
      if (heading.depth === 1) {
        if (prose.title !== '') report(line, 'a second title');
        prose.title = plainText(inlineOf(heading.tokens));
        continue;
      }
      if (heading.depth === 2) {
        second(heading, line);
        continue;
      }
      if (heading.depth === 3) {
        third(heading, line);
        continue;
      }
    }
    if (token.type === 'html' && !/^\s*<!--[\s\S]*-->\s*$/.test(token.raw)) report(line, 'HTML is shown as it is typed; write Markdown');
    if (token.type === 'html') continue;
    if (token.type === 'code')
      for (const word of unknownWords(token as Tokens.Code)) report(line, `unknown word "${word}" after the fence`);
    if (options && token.type === 'list' && readOptions(token as Tokens.List, options)) continue;
    if (into === prose.intro && prose.summary.length === 0 && token.type === 'paragraph') {
      prose.summary = inlineOf(token.tokens ?? []);
      continue;
    }
    into.push(...blocksOf(token, line));
  }
  if (prose.title === '') report(1, 'the first line must be the title: "# Title"');
  if (prose.summary.length === 0) report(1, 'after the title comes one paragraph that says what the lesson is about');
  return { ...prose, steps, quiz };
}

/** Items that begin with `code` are the options of a question. */
function readOptions(list: Tokens.List, question: Question): boolean {
  const read = list.items.map((item) => {
    const tokens: readonly Token[] = (item.tokens[0] as Tokens.Text | undefined)?.tokens ?? [];
    const [id, ...rest] = tokens;
    return id?.type === 'codespan' ? ([(id as Tokens.Codespan).text, inlineOf(rest)] as const) : undefined;
  });
  if (read.some((one) => one === undefined)) return false;
  for (const one of read) if (one) question.options[one[0]] = trimStart(one[1]);
  return true;
}

function trimStart(inline: readonly Inline[]): readonly Inline[] {
  const [first, ...rest] = inline;
  return typeof first === 'string' ? [first.trimStart(), ...rest] : inline;
}

/** Everything of a step in which commands stand. */
export function stepCode(step: StepProse) {
  return codeBlocks([
    ...step.body,
    ...step.hints.flat(),
    ...step.ask,
    ...(step.predict?.text ?? []),
    ...(step.predict?.answer ?? []),
    ...step.done,
  ]);
}
