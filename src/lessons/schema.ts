/**
 * The shape of a lesson.yaml as a JSON Schema (draft 2020-12). The one list of its fields: `read.ts` knows the names, levels and ids from
 * here, authors' editors complete and check by it (docs/lessons.md says how), and `schema.test.ts` holds the two against each other.
 * What a schema cannot say (names that are declared, texts that are there, CEL) is `read.ts` and `check.ts` alone.
 */

export interface Schema {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly default?: unknown;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A name: small letters, digits and dashes. */
export const ID_PATTERN = '^[a-z0-9]+(-[a-z0-9]+)*$';
export const LEVELS = ['basics', 'core', 'debug', 'exam'] as const;
/** A declared name: what `${...}` in prose and CEL may hold. */
export const VAR_PATTERN = '^[a-z]\\w*$';

const text = (description: string): Schema => ({ type: 'string', description });
const id = (description: string): Schema => ({ type: 'string', pattern: ID_PATTERN, description });
const number = (description: string, minimum: number, rest: Schema = {}): Schema => ({ type: 'number', minimum, description, ...rest });
const flag = (description: string): Schema => ({ type: 'boolean', default: false, description });
const list = (items: Schema, description: string): Schema => ({ type: 'array', items, description });
/** CEL; YAML's own numbers and flags are CEL too. */
const cel = (description: string): Schema => ({ type: ['string', 'number', 'boolean'], description: `CEL: ${description}` });
/** Shell text: lines, or a list of them. */
const script = (description: string): Schema => ({
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
  description: `Shell text (lines, or a list of lines): ${description}`,
});
const map = (properties: Readonly<Record<string, Schema>>, required: readonly string[] = [], description = ''): Schema => ({
  type: 'object',
  ...(description !== '' && { description }),
  properties,
  ...(required.length > 0 && { required }),
  additionalProperties: false,
});
/** A map whose names are free. */
const free = (values: Schema, description: string, names?: string): Schema => ({
  type: 'object',
  description,
  additionalProperties: values,
  ...(names !== undefined && { propertyNames: { pattern: names } }),
});

const options = list(id('of an option; its text is in the prose'), 'Ids of two options or more.');
const answer: Schema = {
  anyOf: [id('of the right option'), list(id('of a right option'), 'several right ones')],
  description: 'Id of the right option, or a list of them.',
};

export const PREDICT = map(
  { options: { ...options, minItems: 2 }, answer },
  ['options', 'answer'],
  'A question before the commands can be run.',
);
export const QUESTION = map({ id: id('of the question'), options: { ...options, minItems: 2 }, answer }, ['id', 'options', 'answer']);

export const CHECK = map(
  {
    id: id('of the check; "### check ID" in the prose says what is wanted'),
    that: cel('true when it is as wanted.'),
    saw: cel('what is there now, shown while the check does not hold.'),
    stable: number("Seconds of the cluster's time that it must hold without a break.", 0, { default: 0 }),
    once: flag('Once true it stays so: for what passes by.'),
    keeps: flag('It holds from the start and must not be broken.'),
    because: free(cel('when this explanation fits.'), 'Closer explanations; the first that is true is shown.'),
  },
  ['id', 'that'],
);

export const DEAD_END = map(
  {
    id: id('of the dead end; "### dead-end ID" in the prose explains it'),
    when: cel('from here the step cannot be reached in a reasonable way.'),
    by: script('what leads there, for the proof.'),
  },
  ['id', 'when', 'by'],
);

export const STEP = map(
  {
    id: id('of the step; "## Title {#ID}" in the prose'),
    focus: text('What the picture singles out: KIND/NAME, such as svc/web.'),
    predict: PREDICT,
    ask: cel('the answer to a question that is answered by typing.'),
    checks: list(CHECK, 'All must hold for the step to be done. A step without any goes on by a button.'),
    deadEnds: list(DEAD_END, 'Noticed, with an offer to undo.'),
    solution: script('what brings the step to its end.'),
    others: list(script('another way.'), 'Other ways that must do too.'),
    wrong: list(script('a way that must not do.'), 'Ways that must not do.'),
  },
  ['id'],
);

export const LISTEN = map(
  {
    port: number('Port that it listens on.', 1),
    text: text('What it answers. {hostname}, {podIP}, {path}, {client}, {env.NAME}, {version}, {tag}, {requests} are filled in.'),
    status: number('HTTP status.', 0, { default: 200 }),
    log: text('What it logs for a request.'),
  },
  ['port'],
);
export const EXITS = map({
  afterMs: number('Milliseconds after its start.', 0, { default: 0 }),
  code: number('Exit code.', 0, { default: 1 }),
});
export const IMAGE = map(
  {
    name: text('Name of the image, without a tag.'),
    tags: list({ type: ['string', 'number'] }, 'Tags that it has; any, when left out.'),
    listens: list(LISTEN, 'Ports that it listens on, and what it answers there.'),
    logs: list({ type: 'string' }, 'Lines that it logs when it starts.'),
    exits: { ...EXITS, description: 'It ends by itself.' },
    env: free({ type: ['string', 'number', 'boolean'] }, 'Environment of the image.'),
    files: free({ type: 'string' }, 'Files by path.'),
    programs: list({ type: 'string' }, 'Families of programs in it: busybox, bash, curl.'),
    stopMs: number('Milliseconds that it takes to end.', 0),
  },
  ['name'],
);

export const CLUSTER = map(
  {
    nodes: { type: 'integer', minimum: 1, maximum: 50, default: 1, description: 'Number of nodes.' },
    seed: number('Same seed, same names, addresses and node ports.', 0, { default: 1 }),
    manifests: list({ type: 'string' }, "Files of the lesson's folder, applied first."),
    setup: script('typed before the first prompt; each line must succeed.'),
    files: free({ type: 'string' }, "Files on the learner's laptop by path, from the home folder."),
    images: list(IMAGE, 'Images made for this lesson.'),
  },
  [],
  'The cluster that the lesson begins with.',
);

export const EXAM = map(
  {
    seconds: number("Time of the cluster's clock.", 10),
    pass: number('Per cent of the steps that are needed.', 0, { default: 66 }),
  },
  ['seconds'],
  'Only for exams: all steps are open at once.',
);

export const LESSON_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'A lesson of Drydock (lesson.yaml)',
  ...map(
    {
      id: id("of the lesson: its folder's name"),
      level: { type: 'string', enum: LEVELS, default: 'core', description: 'What kind of lesson it is.' },
      minutes: number('How long it takes.', 1),
      needs: list(id('of a lesson'), 'Lessons before it: their commands are known.'),
      teaches: list({ type: 'string' }, 'Commands that it introduces: "kubectl expose", "curl".'),
      vars: free({ type: ['string', 'number'], pattern: '^[^\\n]*$' }, 'Names used in prose as ${name}, in CEL as name.', VAR_PATTERN),
      cluster: CLUSTER,
      steps: { ...list(STEP, 'The steps, in order.'), minItems: 1 },
      quiz: list(QUESTION, 'Questions at the end.'),
      exam: EXAM,
    },
    ['id', 'minutes', 'steps'],
  ),
} as const satisfies Schema & { readonly $schema: string; readonly title: string };

/** The names of a map's fields. */
export const fieldsOf = ({ properties }: Schema): readonly string[] => Object.keys(properties ?? {});

/** The schema as the text of a file. */
export const schemaText = (): string => `${JSON.stringify(LESSON_SCHEMA, null, 2)}\n`;
