import { describe, expect, it } from 'vitest';
import { World } from '../world/world.ts';
import type { SysError } from './error.ts';
import { FileSystem } from './files.ts';
import { Kernel } from './kernel.ts';
import { close, files, kill, now, pipe, read, readAll, readLine, signals, sleep, spawn, wait, write, yieldNow } from './sys.ts';
import type { Machine, Program } from './types.ts';

function setup(programs: Record<string, Program>, machineId = 'container:test') {
  const world = new World({ seed: 7 });
  const kernel = new Kernel(world);
  const make = (): Machine => ({
    id: machineId,
    hostname: 'test',
    files: new FileSystem(
      world.slot('files', () => ({})),
      () => world.now,
    ),
    program: (name) => programs[name],
    programNames: () => Object.keys(programs),
  });
  kernel.register(make());
  let out = '';
  kernel.sink('out', (_id, text) => {
    out += text;
  });
  const sink = { kind: 'sink', name: 'out', id: '1' } as const;
  const start = (program: string, options: { first?: boolean } = {}) =>
    kernel.spawnOn(machineId, { program, argv: [program], stdio: [{ kind: 'null' }, sink, sink], ...options });
  return { world, kernel, make, start, output: () => out };
}

const echoer: Program = function* () {
  for (let line = yield* readLine(0); line !== null; line = yield* readLine(0)) yield* write(1, `got ${line}`);
  return 0;
};

describe('kernel', () => {
  it('wakes a process at a whole millisecond, however long it asked to sleep', () => {
    const { world, start, output } = setup({
      main: function* () {
        const begun = yield* now();
        for (const ms of [0.2, 1.1 * 1000, 300.4, -1]) {
          yield* sleep(ms);
          yield* write(1, `${(yield* now()) - begun} `);
        }
        return 0;
      },
    });
    start('main');
    world.advance(2000);
    expect(output()).toBe('1 1101 1402 1402 ');
  });

  it('streams through a pipe and waits for children', () => {
    const { world, start, output } = setup({
      echoer,
      main: function* () {
        const [r, w] = yield* pipe();
        const pid = yield* spawn({ program: 'echoer', argv: ['echoer'], fds: { 0: r, 1: 1, 2: 2 } });
        yield* close(r);
        yield* write(w, 'a\nb');
        yield* sleep(1000);
        yield* write(1, 'slept\n');
        yield* write(w, 'c\n');
        yield* close(w);
        const done = yield* wait(pid);
        yield* write(1, `code ${done?.code}\n`);
        return 3;
      },
    });
    start('main');
    world.advance(500);
    expect(output()).toBe('got a\n');
    world.advance(1000);
    expect(output()).toBe('got a\nslept\ngot bc\ncode 0\n');
  });

  it('stops an endless loop from outside and charges it virtual time', () => {
    const { world, kernel, start } = setup({
      loop: function* () {
        for (;;) yield* yieldNow();
      },
    });
    const pid = start('loop');
    world.advance(100);
    expect(kernel.list('container:test')).toHaveLength(1);
    expect(kernel.signal('container:test', pid, 'SIGINT')).toBe(true);
    expect(kernel.list('container:test')).toHaveLength(0);
  });

  it('interrupts a caught signal and protects process 1', () => {
    const { world, kernel, start, output } = setup({
      trap: function* () {
        yield* signals(['SIGTERM']);
        try {
          yield* sleep(60_000);
        } catch (error) {
          yield* write(1, `${(error as SysError).errno} ${(error as SysError).signal}\n`);
        }
        yield* sleep(1000);
        return 5;
      },
      deaf: function* () {
        yield* sleep(Number.POSITIVE_INFINITY);
        return 0;
      },
    });
    const pid = start('trap');
    const deaf = start('deaf', { first: true });
    world.advance(10);
    kernel.signal('container:test', pid, 'SIGTERM');
    kernel.signal('container:test', deaf, 'SIGTERM');
    world.advance(500);
    expect(output()).toBe('EINTR SIGTERM\n');
    expect(kernel.list('container:test')).toHaveLength(2);
    world.advance(600);
    expect(kernel.list('container:test').map((one) => one.pid)).toEqual([deaf]);
    kernel.signal('container:test', deaf, 'SIGKILL');
    expect(kernel.list('container:test')).toEqual([]);
  });

  it('ends a writer whose reader is gone', () => {
    const { world, start, output } = setup({
      yes: function* () {
        for (;;) yield* write(1, 'y\n');
      },
      main: function* () {
        const [r, w] = yield* pipe();
        const pid = yield* spawn({ program: 'yes', argv: ['yes'], fds: { 1: w } });
        yield* close(w);
        yield* write(1, (yield* read(r, 4)) ?? '');
        yield* close(r);
        yield* write(1, String((yield* wait(pid))?.code));
        return 0;
      },
    });
    start('main');
    world.advance(100);
    expect(output()).toBe('y\ny\n141');
  });

  it('restores processes to the same future', () => {
    const programs: Record<string, Program> = {
      main: function* () {
        for (let i = 0; ; i++) {
          yield* files((fs) => fs.write('/count', String(i)));
          yield* write(1, `${i} ${yield* files((fs) => fs.read('/count'))}\n`);
          yield* sleep(1000);
        }
      },
    };
    const { world, kernel, make, start, output } = setup(programs);
    start('main', { first: true });
    world.advance(2500);
    const saved = world.snapshot();
    world.advance(2000);
    const first = output();
    world.restore(JSON.parse(JSON.stringify(saved)));
    kernel.register(make());
    kernel.resumeRestored();
    world.advance(2000);
    expect(output()).toBe(`${first}3 3\n4 4\n`);
    expect(kernel.list('container:test')).toHaveLength(1);
  });

  it('turns keys of a cooked terminal into lines, signals and end of file', () => {
    const { world, kernel } = setup({
      cat: function* () {
        yield* write(1, `[${yield* readAll(0)}]`);
        return 0;
      },
      wait: function* () {
        yield* sleep(Number.POSITIVE_INFINITY);
        return 0;
      },
    });
    const tty = kernel.openTty();
    let screen = '';
    tty.onOutput((text) => {
      screen += text;
    });
    const target = { kind: 'tty', tty: tty.id } as const;
    kernel.spawnOn('container:test', { program: 'cat', argv: ['cat'], stdio: [target, target, target], tty });
    world.advance(1);
    tty.input('hellp\x7fo\r\x04');
    world.advance(1);
    expect(screen).toBe('hellp\b \bo\r\n[hello\r\n]');
    const ended: number[] = [];
    kernel.spawnOn('container:test', {
      program: 'wait',
      argv: ['wait'],
      stdio: [target, target, target],
      tty,
      onExit: (status) => ended.push(status.code),
    });
    world.advance(1);
    tty.input('\x03');
    expect(ended).toEqual([130]);
  });

  it('reports a missing program and a kill of nobody', () => {
    const { world, start, output } = setup({
      main: function* () {
        for (const call of [() => spawn({ program: 'nope', argv: ['nope'] }), () => kill(99, 'SIGTERM')]) {
          try {
            yield* call();
          } catch (error) {
            yield* write(1, `${(error as SysError).errno}\n`);
          }
        }
        return 0;
      },
    });
    start('main');
    world.advance(1);
    expect(output()).toBe('ENOENT\nESRCH\n');
  });
});
