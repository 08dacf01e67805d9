/** The namespace of kubectl's current context: what the page types, draws and checks without naming one is meant to be there. */
import { useEffect, useState } from 'react';
import type { Cluster } from '../../src/session/index.ts';
import { KUBECONFIG } from '../../src/session/laptop.ts';
import { useEngine } from './engine.ts';

/** Where no context names another one. */
const USUAL = 'default';

const kubeconfigOf = ({ files }: Cluster): string => files.stat(KUBECONFIG)?.text ?? '';

const known = new WeakMap<Cluster, { readonly kubeconfig: string; readonly namespace: Promise<string> }>();

/** Kubectl itself is asked, once for each kubeconfig; `default` also where it cannot read that. */
export function contextNamespace(cluster: Cluster): Promise<string> {
  const kubeconfig = kubeconfigOf(cluster);
  const last = known.get(cluster);
  if (last?.kubeconfig === kubeconfig) return last.namespace;
  const namespace = ask(cluster, kubeconfig);
  known.set(cluster, { kubeconfig, namespace });
  return namespace;
}

async function ask(cluster: Cluster, kubeconfig: string): Promise<string> {
  if (!kubeconfig.replace(/\bnamespace: default$/gm, '').includes('namespace')) return USUAL; // so kubectl need not be loaded
  const { code, out } = await cluster.look(['kubectl', 'config', 'view', '--minify', '-o', 'jsonpath={..namespace}']);
  return (code === 0 && out.trim()) || USUAL;
}

/** The same for a component, of the cluster that terminals talk to; `default` until it is known. */
export function useContextNamespace(): string {
  const cluster = useEngine((state) => state.cluster);
  const kubeconfig = useEngine((state) => kubeconfigOf(state.cluster));
  const [namespace, setNamespace] = useState(USUAL);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `kubeconfig` says that the answer may be another
  useEffect(() => {
    let current = true;
    void contextNamespace(cluster).then((found) => current && setNamespace(found));
    return () => {
      current = false;
    };
  }, [cluster, kubeconfig]);
  return namespace;
}
