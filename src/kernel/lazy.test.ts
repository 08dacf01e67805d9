import { describe, expect, it } from 'vitest';
import { World } from '../world/world.ts';
import { FileSystem } from './files.ts';
import { Kernel } from './kernel.ts';
import { type Lazy, lazy, lazyProgram } from './lazy.ts';
import { now, random, sleep, write } from './sys.ts';
import type { Program } from './types.ts';

/** Notes when it runs and what it draws, so that any change of order shows. */
const noisy = (name: string): Program =>
  function* () {
    for (let i = 0; i < 3; i++) {
      yield* write(1, `${name} ${yield* now()} ${(yield* random()).toFixed(6)}\n`);
      yield* sleep(10);
    }
    return 0;
  };

function setup(code: Lazy<Program>) {
  const world = new World({ seed: 7 });
  const kernel = new Kernel(world);
  const programs: Record<string, Program> = { late: lazyProgram(code, (program) => program), other: noisy('other') };
  const register = (): void =>
    kernel.register({
      id: 'container:test',
      hostname: 'test',
      files: new FileSystem(
        world.slot('files', () => ({})),
        () => world.now,
      ),
      program: (name) => programs[name],
      programNames: () => Object.keys(programs),
    });
  register();
  let out = '';
  kernel.sink('out', (_id, text) => {
    out += text;
  });
  const sink = { kind: 'sink', name: 'out', id: '1' } as const;
  const start = (program: string): number =>
    kernel.spawnOn('container:test', { program, argv: [program], stdio: [{ kind: 'null' }, sink, sink] });
  /** Moves time, and waits for what is being loaded. */
  const advance = async (ms: number): Promise<void> => {
    const end = world.now + ms;
    for (;;) {
      world.advance(end - world.now);
      if (!kernel.awaiting) return;
      await kernel.settled();
    }
  };
  return { world, kernel, register, start, advance, output: () => out };
}

describe('code that is loaded later', () => {
  it('cannot be told from code that was there', async () => {
    const history = async (warm: boolean): Promise<string> => {
      const code = lazy(async () => noisy('late'));
      if (warm) await code.load();
      const { world, start, advance, output } = setup(code);
      for (const program of ['other', 'late', 'other', 'late']) start(program);
      await advance(25);
      return output() + JSON.stringify(world.snapshot());
    };
    expect(await history(false)).toBe(await history(true));
  });

  it('stops the world until it is there', async () => {
    let arrive: (program: Program) => void = () => {};
    const { world, kernel, start, output } = setup(
      lazy(
        () =>
          new Promise((resolve) => {
            arrive = resolve;
          }),
      ),
    );
    const begin = world.now;
    start('late');
    start('other');
    world.advance(1000);
    expect([world.now, kernel.awaiting, output()]).toEqual([begin, true, '']);
    arrive(noisy('late'));
    await kernel.settled();
    expect(output()).toMatch(/^late .*\nother .*\n$/);
    world.advance(1000);
    expect(world.now).toBe(begin + 1000);
  });

  it('is an input error for the program when it cannot be had, and is asked for again next time', async () => {
    let online = false;
    const { kernel, start, advance, output } = setup(
      lazy(async () => {
        if (!online) throw new Error('no network');
        return noisy('late');
      }),
    );
    start('late');
    await advance(100);
    expect(output()).toBe('late: no network: Input/output error\n');
    online = true;
    start('late');
    await advance(100);
    expect(output()).toMatch(/\nlate \d/);
    expect(kernel.list('container:test')).toEqual([]);
  });

  it('is loaded again for a process that goes on after a restore', async () => {
    const first = setup(lazy(async () => noisy('late')));
    first.start('late');
    await first.advance(15);
    const saved = JSON.parse(JSON.stringify(first.world.snapshot()));
    const before = first.output();
    await first.advance(100);

    const second = setup(lazy(async () => noisy('late')));
    second.world.restore(saved);
    second.register();
    second.kernel.resumeRestored();
    expect(second.kernel.awaiting).toBe(true);
    await second.kernel.settled();
    await second.advance(100);
    expect(before + second.output()).toBe(first.output());
  });
});
