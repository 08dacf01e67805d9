/** What is wrong with the open files, looked at a moment after each change of the text or the cluster. */

import { useEffect } from 'react';
import { create } from 'zustand';
import { type Problem, problemsOf } from '../../src/manifests/check.ts';
import { servedBy } from '../../src/manifests/served.ts';
import type { Cluster } from '../../src/session/index.ts';
import { contextNamespace } from '../engine/context-namespace.ts';
import { useEngine } from '../engine/engine.ts';
import type { OpenDocument } from './documents.ts';

/** Somebody who types is not interrupted; a cluster that changes is looked at now and then. Real ms. */
const AFTER_TEXT_MS = 250;
const AFTER_CLUSTER_MS = 1500;
/** Longer texts are not looked at: what is typed must never wait for them. */
const LONGEST = 200_000;

const useFound = create<Readonly<Record<string, readonly Problem[]>>>()(() => ({}));

const NONE: readonly Problem[] = [];

export const useProblems = (id: string): readonly Problem[] => useFound((found) => found[id] ?? NONE);
/** By the address of Monaco's model, which is made of the document's id (see Monaco.tsx). */
export const problemsOfModel = (uri: string): readonly Problem[] =>
  useFound.getState()[decodeURIComponent(uri.replace(/^drydock:\/*/, ''))] ?? NONE;

export const languageOf = (path: string, text: string): string => {
  if (/\.ya?ml$/.test(path)) return 'yaml';
  if (/\.json$/.test(path)) return 'json';
  if (/\.(?:sh|bash)$|\/\.(?:bash\w*|profile)$/.test(path) || text.startsWith('#!')) return 'shell';
  if (/\.(?:md|markdown)$/.test(path)) return 'markdown';
  return /^(?:apiVersion|kind):/m.test(text) ? 'yaml' : 'plaintext';
};

/** Looks at a document as long as it is shown. */
export function useChecks(document: OpenDocument | undefined): void {
  const cluster = useEngine((state) => state.cluster);
  const revision = useEngine((state) => state.revision);
  const { id, path, text } = document ?? { id: '', path: '', text: '' };
  const edits = document?.request !== undefined && /\/kubectl-edit-/.test(path);
  useEffect(() => {
    const timer = setTimeout(() => void look(cluster, id, path, text, edits), AFTER_TEXT_MS);
    return () => clearTimeout(timer);
  }, [cluster, id, path, text, edits]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `revision` says that the cluster changed
  useEffect(() => {
    const timer = setTimeout(() => void look(cluster, id, path, text, edits), AFTER_CLUSTER_MS);
    return () => clearTimeout(timer);
  }, [cluster, id, path, text, edits, revision]);
}

async function look(cluster: Cluster, id: string, path: string, text: string, edits: boolean): Promise<void> {
  if (id === '') return;
  const language = languageOf(path, text);
  const problems = text.length > LONGEST || (language !== 'yaml' && language !== 'json') ? NONE : await check(cluster, text, edits);
  const before = useFound.getState()[id] ?? NONE;
  if (JSON.stringify(before) !== JSON.stringify(problems)) useFound.setState({ [id]: problems });
}

async function check(cluster: Cluster, text: string, edits: boolean): Promise<readonly Problem[]> {
  await cluster.load();
  return problemsOf(text, {
    served: servedBy(cluster.api.registry, cluster.world),
    namespace: await contextNamespace(cluster),
    edits,
    rehearse: (request) => cluster.api.rehearse(request),
  });
}
