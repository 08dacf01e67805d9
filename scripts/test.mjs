// `npm test`: sets up what is missing and runs every check, to the end even where one fails. The last line adds all of them up.
// Plain Node without packages: nothing may be installed yet.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, ensureDependencies, root } from './setup.mjs';

const RESULTS = join(root, '.cache/results');
const bin = (name) => join(root, 'node_modules/.bin', name);
const script = (name, ...args) => [bin('tsx'), `scripts/${name}.ts`, ...args];
/** One thread: several check what they share more than once, and the other core has another stage. */
const types = (project) => [bin('tsc'), '-p', `tsconfig.${project}.json`, '--singleThreaded'];
const resultFile = (name) => join(RESULTS, `${name}.json`);

/**
 * Each stage is a command; `count` reads {passed, failed} from the file that its runner wrote, else the stage itself counts as one. What
 * one prints is held back until its end, since others run beside it, but for those that are `live`.
 */
const CHECKS = [
  { name: 'types: engine', command: types('engine') },
  { name: 'types: page', command: types('app') },
  { name: 'types: scripts, command line and tests', command: types('node') },
  { name: 'lint and format', command: [bin('biome'), 'check', '.'] },
  { name: 'engine rules', command: script('check-engine') },
  { name: 'styles of the page', command: script('check-styles') },
  { name: 'unused files, exports and packages', command: [bin('knip')] },
  { name: 'generated data', command: script('generate', '--check') },
  { name: 'build', command: [bin('vite'), 'build', '--logLevel', 'warn'] },
];
/** What needs the build, or much time; the longest first, so that two lanes end together. */
const RUNNERS = [
  {
    name: 'recordings with the real kubectl', // mostly waits
    command: script('real-kubectl', `--results=${resultFile('real-kubectl')}`),
    count: () => readResults('real-kubectl'),
  },
  {
    name: 'unit tests',
    command: [bin('vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${resultFile('unit')}`],
    count: () => ofVitest(readResults('unit')),
  },
  { name: 'recordings', command: script('recordings', `--results=${resultFile('recordings')}`), count: () => readResults('recordings') },
  { name: 'the library and its example', command: script('library', '--check') },
  { name: 'size budgets', command: script('sizes') },
];
/** Has workers of its own, so it comes last. */
const BROWSER = {
  name: 'browser tests',
  command: [bin('playwright'), 'test', '--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: resultFile('e2e') },
  live: true,
  count: () => ofPlaywright(readResults('e2e')),
};

const readResults = (name) => (existsSync(resultFile(name)) ? JSON.parse(readFileSync(resultFile(name), 'utf8')) : undefined);
const ofVitest = (results) => results && { passed: results.numPassedTests, failed: results.numFailedTests };
const ofPlaywright = (results) => results && { passed: results.stats.expected + results.stats.flaky, failed: results.stats.unexpected };

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs one stage.
 * @returns {Promise<{name: string, passed: number, failed: number, time: string}>}
 */
function runStage({ name, command, env, live, count }) {
  const since = performance.now();
  const output = [];
  if (live) console.log(`\n== ${name}`);
  return new Promise((resolve) => {
    const [program, ...args] = command;
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => output.push(chunk));
    const finish = (code) => {
      const counted = count?.() ?? { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
      const failed = code !== 0 && counted.failed === 0 ? 1 : counted.failed;
      const time = seconds(since);
      if (!live) console.log(`\n== ${name}\n${Buffer.concat(output)}`.trimEnd());
      console.log(`-- ${name}: ${failed ? 'FAILED' : 'ok'} in ${time}`);
      resolve({ name, passed: counted.passed, failed, time });
    };
    child.once('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      finish(1);
    });
    child.once('close', finish);
  });
}

/** Runs stages with at most `lanes` at a time; results in the order of the stages. */
async function runSideBySide(stages, lanes) {
  const results = [];
  let next = 0;
  const lane = async () => {
    while (next < stages.length) {
      const index = next++;
      results[index] = await runStage(stages[index]);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

const since = performance.now();
ensureDependencies();
process.env.CHROMIUM_PATH = ensureChromium();
rmSync(RESULTS, { recursive: true, force: true });
mkdirSync(RESULTS, { recursive: true });

const results = [await runStage({ name: 'texts for kubectl explain', command: script('generate-explain') })];
results.push(...(await runSideBySide(CHECKS, 2)));
results.push(...(await runSideBySide([...RUNNERS, BROWSER], 2)));

console.log(`\n== summary (${seconds(since)})`);
for (const { name, passed, failed, time } of results) {
  console.log(
    `${failed ? 'FAILED' : 'ok    '}  ${name.padEnd(40)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${time.padStart(8)}`,
  );
}
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exit(total('failed') ? 1 : 0);
