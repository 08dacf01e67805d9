import type { FarSession } from '../kernel/session.ts';

/** What the minikube command asks of the machines below the cluster (the device `minikube`), and what it is told. */

export type MinikubeRequest =
  | { readonly op: 'nodes' }
  /** Adds the next worker node. Answers its Machine. */
  | { readonly op: 'add' }
  /** Switches a node's machine on or off. */
  | { readonly op: 'power'; readonly node: string; readonly on: boolean }
  /** Cordons a node and deletes its Pods. Answers how many are still there. */
  | { readonly op: 'drain'; readonly node: string }
  /** Switches a node off and removes it from the cluster. */
  | { readonly op: 'delete'; readonly node: string }
  /** A shell on a node, or one command there. Answers a FarSession. */
  | { readonly op: 'ssh'; readonly node: string; readonly command: readonly string[]; readonly tty: boolean }
  /** The images that any node has: NodeImage[]. */
  | { readonly op: 'images' }
  /** Brings an image to all nodes. Answers why it cannot be had, or ''. */
  | { readonly op: 'load'; readonly image: string }
  | { readonly op: 'unload'; readonly image: string }
  /** The names of the addons that are on. */
  | { readonly op: 'addons' }
  /** Notes that an addon was switched on or off. */
  | { readonly op: 'addon'; readonly name: string; readonly on: boolean }
  /** Opens or closes the tunnel. Answers false when another one is open already. */
  | { readonly op: 'tunnel'; readonly open: boolean };

/** A node's machine. */
export interface Machine {
  /** `minikube`, `minikube-m02`, ... */
  readonly name: string;
  readonly ip: string;
  readonly running: boolean;
  /** Its kubelet runs. */
  readonly kubelet: boolean;
  readonly primary: boolean;
}

/** An image on a node. */
export interface NodeImage {
  /** `docker.io/library/nginx:latest` */
  readonly ref: string;
  /** `docker.io/library/nginx@sha256:...` */
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

/** What the device needs of the layers above the world; the session connects it. */
export interface Machines {
  /** Adds a Ready node; returns its name. */
  add(): string;
  isOn(node: string): boolean;
  /** It is on, and its kubelet runs. */
  hasKubelet(node: string): boolean;
  power(node: string, on: boolean): void;
  shell(node: string, command: readonly string[], tty: boolean): FarSession;
  images(): readonly NodeImage[];
  /** Answers why the image cannot be had; '' when it is there now. */
  load(image: string): string;
  unload(image: string): void;
  isTunnelOpen(): boolean;
  tunnel(open: boolean): void;
}
