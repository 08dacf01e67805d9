// The real kubectl as the judge of ours: every line of scripts/kubectls.txt runs with both, on equal clusters, and what they print is compared
// as recordings are. `npm run kubectls [-- NUMBER ...]` shows the differences of all lines, or of those with these numbers.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { RecordedStep } from '../src/serve/replay.ts';
import { createCluster } from '../src/session/index.ts';
import { compare, difference } from './compare.ts';
import { RealShell, realKubectl } from './real-kubectl.ts';

/** A section of the file: `# NAME [NODES]`, then lines; a line that ends in \ goes on. */
interface Section {
  readonly name: string;
  readonly nodes: number;
  readonly lines: readonly string[];
}

function sections(): Section[] {
  const text = readFileSync(new URL('kubectls.txt', import.meta.url), 'utf8').replaceAll('\\\n', '\n\\');
  return text
    .split(/^# /m)
    .slice(1)
    .map((section) => {
      const [head = '', ...lines] = section.split(/\n(?!\\)/);
      const [name = '', nodes = '1'] = head.split(' ');
      return { name, nodes: Number(nodes), lines: lines.filter((line) => line.trim() !== '').map((line) => line.replaceAll('\n\\', '\n')) };
    });
}

type Ran = Pick<RecordedStep, 'run' | 'out' | 'err' | 'code' | 'ms'>;

async function withOurs({ nodes, lines }: Section): Promise<Ran[]> {
  const cluster = await createCluster({ nodes, startTime: Date.now() - 60_000 });
  const shell = cluster.openShell();
  const ran: Ran[] = [];
  for (const run of lines) {
    const failed = (error: unknown) => ({ out: '', err: String(error), code: -1 });
    ran.push({ run, ms: 0, ...(await shell.run(run).catch(failed)) });
  }
  return ran;
}

async function withReal({ nodes, lines }: Section, kubectl: string): Promise<Ran[]> {
  const shell = await RealShell.open(kubectl, { nodes });
  try {
    const ran: Ran[] = [];
    for (const run of lines) ran.push({ run, ms: 0, ...(await shell.run(run)) });
    return ran;
  } finally {
    await shell.close();
  }
}

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { show: { type: 'boolean', default: false } } });
  const kubectl = realKubectl();
  if (kubectl === undefined) return;
  let same = 0;
  let total = 0;
  for (const section of sections()) {
    if (positionals.length > 0 && !positionals.includes(section.name)) continue;
    const [real, ours] = [await withReal(section, kubectl), await withOurs(section)];
    for (const result of compare({ name: section.name, steps: real }, { name: section.name, steps: ours })) {
      total++;
      if (result.ok) same++;
      else console.log(`${section.name} ${result.index}: ${result.run}\n${difference(result).replace(/^/gm, '    ')}`);
      if (values.show) console.log(`== ${result.run}\n${result.want}`);
    }
  }
  console.log(`${same} of ${total} commands print the same with the real kubectl and with ours`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
