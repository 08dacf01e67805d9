import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { parseCommandLine } from './parse.ts';

const root: Command = {
  name: 'kubectl',
  use: 'kubectl',
  short: '',
  persistentFlags: [{ name: 'user', type: 'string', usage: 'user of the kubeconfig' }],
  commands: [
    { name: 'bind', use: 'bind', short: '', flags: [{ name: 'user', type: 'array', usage: 'users to bind' }] },
    { name: 'get', use: 'get', short: '' },
  ],
} as unknown as Command;

test("a command's own flag is meant, not the one of the same name that it inherits", () => {
  const { flags } = parseCommandLine(root, ['bind', '--user=jane', '--user', 'joe']);
  expect(flags.list('user')).toEqual(['jane', 'joe']);
  expect(flags.global('user')).toBe('');
});

test('other commands take the inherited one', () => {
  expect(parseCommandLine(root, ['get', '--user=jane']).flags.global('user')).toBe('jane');
});
