/** The engine's front door: a cluster with a laptop beside it, in a page or in Node. */
export type { FileSystem } from '../kernel/files.ts';
export type { EditorRequest } from '../tools/edit.ts';
export { type Begun, Cluster, type ClusterOptions, createCluster, type Terminal } from './cluster.ts';
export type { HeadlessShell, Output } from './headless.ts';
export { type Scenario, scenarios } from './scenarios.ts';
