/** `''`: all but the cluster's own; `*`: all; else one namespace. */
export type NamespaceChoice = string;

/** Whether a namespace is the cluster's own. */
export const isSystem = (namespace: string): boolean =>
  namespace.startsWith('kube-') || namespace === 'ingress-nginx' || namespace === 'kubernetes-dashboard';

export const showsNamespace =
  (choice: NamespaceChoice) =>
  (namespace: string): boolean =>
    choice === '*' || (choice === '' ? !isSystem(namespace) : namespace === choice);
