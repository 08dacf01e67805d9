/** The programs of the laptop, and those that images name: there tools have busybox's manners. Their code is loaded when first run. */
import { type Lazy, lazy, lazyProgram } from '../kernel/lazy.ts';
import { load } from '../kernel/sys.ts';
import type { Process, Program, Sys } from '../kernel/types.ts';
import { GNU } from '../node/images/programs.ts';
import { type Candidate, type Completer, registerCompleter } from '../shell/completers.ts';
import { BUILTIN_PROGRAMS, SHELLS } from '../shell/names.ts';
import { busyboxTools, tools } from '../tools/index.ts';

/** A completer whose code is loaded when it is first asked. */
function completing<T>(
  code: Lazy<T>,
  pick: (code: T) => (process: Process, words: readonly string[]) => Sys<readonly Candidate[] | undefined>,
): Completer {
  return function* ({ words, env, cwd, process }) {
    return yield* pick(yield* load(code))({ ...process, argv: words, env: { ...env }, cwd }, words.slice(1));
  };
}

/** The shells: in a chunk of their own, which every terminal needs. */
export const shellCode = lazy(async () => {
  const [{ shellPrograms }, sh] = await Promise.all([import('../shell/programs.ts'), import('../shell/sh.ts')]);
  return {
    bash: sh.bash,
    ash: sh.ash,
    fedShell: sh.fedShell,
    dashPrograms: shellPrograms('dash'),
    ashPrograms: shellPrograms('ash'),
  };
});
export const kubectlCode = lazy(() => import('../kubectl/index.ts'));
const kubectlCompletion = lazy(() => import('../kubectl/completion/index.ts'));
const minikubeCode = lazy(() => import('../minikube/index.ts'));

registerCompleter(
  'kubectl',
  completing(kubectlCompletion, (code) => code.completeKubectl),
);
registerCompleter(
  'minikube',
  completing(minikubeCode, (code) => code.completeMinikube),
);

const ash = lazyProgram(shellCode, (code) => code.ash);
const bash = lazyProgram(shellCode, (code) => code.bash);

function shells(dialect: 'dash' | 'ash'): Record<string, Program> {
  const names = [...SHELLS[dialect], ...BUILTIN_PROGRAMS];
  return Object.fromEntries(names.map((name) => [name, lazyProgram(shellCode, (code) => code[`${dialect}Programs`][name] as Program)]));
}

/** The laptop is no Alpine. */
const { apk: _, ...laptopTools } = tools;

export const programs: Readonly<Record<string, Program>> = {
  ...laptopTools,
  ...shells('dash'),
  ash,
  kubectl: lazyProgram(kubectlCode, ({ kubectl }) => kubectl),
  minikube: lazyProgram(minikubeCode, ({ minikube }) => minikube),
};

/** For images: with GNU's manners under names of their own, for those images that say so. */
export const imageTools: Readonly<Record<string, Program>> = {
  ...busyboxTools,
  ...Object.fromEntries(Object.entries({ ...tools, ...shells('dash') }).map(([name, program]) => [`${GNU}${name}`, program])),
  ...shells('ash'),
  bash,
};
