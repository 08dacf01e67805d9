// Replays the recordings of a real cluster through the engine and compares: `npm run recordings [-- NAME ...] [-- --diff]`.
// recordings/required.json says how many steps of each scenario must pass: "all", or the least number, below which we do not fall again.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Recording, replay } from '../src/serve/replay.ts';
import { compare, difference, type StepResult } from './compare.ts';

const folder = new URL('../recordings/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
const required: Record<string, number | 'all'> = read('required');

interface Outcome {
  readonly results: readonly StepResult[];
  readonly passing: number;
  /** How many steps too few passed. */
  readonly missing: number;
  readonly error?: string;
}

async function runScenario(name: string): Promise<Outcome> {
  const recording: Recording = read(name);
  let actual: Recording = { name, steps: [] };
  let error: string | undefined;
  try {
    actual = await replay(recording);
  } catch (thrown) {
    error = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  }
  const results = compare(recording, actual);
  const passing = results.filter((result) => result.ok).length;
  const least = required[name] === 'all' ? results.length : (required[name] ?? 0);
  return { results, passing, missing: Math.max(0, least - passing), ...(error !== undefined && { error }) };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { diff: { type: 'boolean', default: false }, results: { type: 'string' } },
});
const names = positionals.length ? positionals : Object.keys(required);
let passed = 0;
let failed = 0;
let total = 0;
for (const name of names) {
  const { results, passing, missing, error } = await runScenario(name);
  passed += passing;
  failed += missing;
  total += results.length;
  const state = missing ? 'FAIL' : passing === results.length ? 'ok  ' : 'part';
  const least = typeof required[name] === 'number' ? `, at least ${required[name]}` : '';
  console.log(`${state} ${name.padEnd(34)} ${passing}/${results.length}${passing < results.length ? least : ''}`);
  if (error !== undefined) console.log(indent(error));
  if (!values.diff && !missing) continue;
  for (const result of results.filter((r) => !r.ok))
    console.log(indent(`step ${result.index}: ${result.run}\n${indent(difference(result))}`));
}
console.log(`${passed} of ${total} steps as recorded; ${failed} fewer than required`);
if (values.results) writeFileSync(values.results, JSON.stringify({ passed, failed }));
if (failed) process.exitCode = 1;

function indent(text: string): string {
  return text.replace(/^/gm, '  ');
}
