/** An addon as minikube has it: what it applies to the cluster, and what it waits for. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

export interface Addon {
  readonly manifests: readonly Manifest[];
  /** Told while it is being enabled. */
  readonly images: readonly string[];
  /** The Pods that must be ready before it is said to be enabled. */
  readonly waitsFor?: { readonly namespace: string; readonly selector: string };
}
