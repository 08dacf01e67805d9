/** Plugins: programs on the PATH whose names begin with `kubectl-`, as further commands. Source: kubectl's pkg/cmd/cmd.go, pkg/cmd/plugin. */
import type { FileSystem } from '../kernel/files.ts';
import { files, spawn, wait } from '../kernel/sys.ts';
import type { Process, Sys } from '../kernel/types.ts';
import type { Command } from './cli/command.ts';
import { findCommand } from './cli/parse.ts';
import { Exit } from './errors.ts';

const folders = (process: Process): string[] => (process.env['PATH'] ?? '').split(':');

function isExecutable(tree: FileSystem, path: string): boolean {
  const entry = tree.stat(path);
  return entry?.kind === 'file' && (entry.mode & 0o111) !== 0;
}

/**
 * Runs the plugin that a line names, the one of the longest name; its code, or undefined where there is none.
 * @param least how many words stand before what can be the last one of its name
 */
export function* runPlugin(process: Process, words: readonly string[], least: number): Sys<number | undefined> {
  const end = words.findIndex((word) => word.startsWith('-'));
  const names = words.slice(0, end < 0 ? words.length : end).map((word) => word.replaceAll('-', '_'));
  if (words.find((word) => !word.startsWith('-')) === 'help') return undefined;
  if (names.length === 0) throw new Exit(1, `Error: flags cannot be placed before plugin name: ${words[0]}`);
  for (; names.length > 0 && names.length > least; names.pop()) {
    const name = `kubectl-${names.join('-')}`;
    const path = yield* files((tree, cwd) =>
      folders(process)
        .map((folder) => `${folder || '.'}/${name}`)
        .find((one) => isExecutable(tree, tree.resolve(cwd, one))),
    );
    if (path === undefined) continue;
    // A shell knows how to run a file.
    const pid = yield* spawn({ program: 'bash', argv: ['bash', '-c', 'exec "$0" "$@"', path, ...words.slice(names.length)] });
    return (yield* wait(pid))?.code ?? 1;
  }
  return undefined;
}

interface Found {
  readonly path: string;
  readonly name: string;
  readonly warnings: readonly string[];
}

/** All plugins in the folders of the PATH, with what is wrong with each. `skipped`: lines about folders that are not there. */
export function* findPlugins(process: Process, root: Command): Sys<{ plugins: readonly Found[]; skipped: readonly string[] }> {
  const skipped: string[] = [];
  const seen = new Map<string, string>();
  const plugins: Found[] = [];
  yield* files((tree, cwd) => {
    for (const folder of new Set(folders(process))) {
      if (folder.trim() === '') continue;
      const at = tree.resolve(cwd, folder);
      if (!tree.isDirectory(at)) {
        const reason = tree.exists(at) ? 'not a directory' : 'no such file or directory';
        skipped.push(`Unable to read directory ${JSON.stringify(folder)} from your PATH: open ${folder}: ${reason}. Skipping...\n`);
        continue;
      }
      for (const name of [...tree.list(at)].sort()) {
        const file = tree.resolve(at, name);
        if (!name.startsWith('kubectl-') || tree.isDirectory(file)) continue;
        const path = `${folder.replace(/\/+$/, '')}/${name}`;
        plugins.push({ path, name, warnings: warningsOf(tree, path, name, file, seen, root) });
      }
    }
  });
  return { plugins, skipped };
}

/** The commands that plugins add, as the list of all commands names them. */
export function* addedCommands(process: Process, root: Command): Sys<string[]> {
  const { plugins } = yield* findPlugins(process, root);
  return plugins
    .map(({ name }) => name.split('-').slice(1))
    .filter((words) => findCommand(root, words).path.length === 1)
    .map(([name = '']) => name.replaceAll('_', '-'));
}

function warningsOf(tree: FileSystem, path: string, name: string, file: string, seen: Map<string, string>, root: Command): string[] {
  const warnings: string[] = [];
  if (!isExecutable(tree, file)) warnings.push(`warning: ${path} identified as a kubectl plugin, but it is not executable`);
  const before = seen.get(name);
  if (before !== undefined) warnings.push(`warning: ${path} is overshadowed by a similarly named plugin: ${before}`);
  else seen.set(name, path);
  const found = findCommand(root, name.split('-').slice(1)).path;
  if (found.length > 1)
    warnings.push(`warning: ${name} overwrites existing command: ${JSON.stringify(found.map((one) => one.name).join(' '))}`);
  return warnings;
}
