/**
 * The API objects as the cluster stores them: types.gen.ts says what may be sent, these say what is there once the server
 * has accepted an object (metadata filled in, spec and status present).
 */
import type { KubeObject } from '../world/object.ts';
import type * as gen from './types.gen.ts';
type Part<T, K extends string> = K extends keyof T ? {
    readonly [P in K]: NonNullable<T[P]>;
} : unknown;
/** T as stored. */
export type Stored<T> = Omit<T, 'apiVersion' | 'kind' | 'metadata' | 'spec' | 'status'> & KubeObject & Part<T, 'spec'> & Part<T, 'status'>;
export type Namespace = Stored<gen.Namespace>;
export type Node = Stored<gen.Node>;
export type Pod = Stored<gen.Pod>;
export type ReplicaSet = Stored<gen.ReplicaSet>;
export type Deployment = Stored<gen.Deployment>;
export type Service = Stored<gen.Service>;
export type Endpoints = Stored<gen.Endpoints>;
export type EndpointSlice = Stored<gen.EndpointSlice>;
export type Event = Stored<gen.Event>;
export type ServiceAccount = Stored<gen.ServiceAccount>;
export type ConfigMap = Stored<gen.ConfigMap>;
export type Secret = Stored<gen.Secret>;
export type Job = Stored<gen.Job>;
export type CronJob = Stored<gen.CronJob>;
export type StatefulSet = Stored<gen.StatefulSet>;
export type DaemonSet = Stored<gen.DaemonSet>;
export type ControllerRevision = Stored<gen.ControllerRevision>;
export type ReplicationController = Stored<gen.ReplicationController>;
export type HorizontalPodAutoscaler = Stored<gen.HorizontalPodAutoscaler>;
export type PodDisruptionBudget = Stored<gen.PodDisruptionBudget>;
export type Ingress = Stored<gen.Ingress>;
export type IngressClass = Stored<gen.IngressClass>;
export type NetworkPolicy = Stored<gen.NetworkPolicy>;
export type PersistentVolume = Stored<gen.PersistentVolume>;
export type PersistentVolumeClaim = Stored<gen.PersistentVolumeClaim>;
export type StorageClass = Stored<gen.StorageClass>;
export type ResourceQuota = Stored<gen.ResourceQuota>;
export type LimitRange = Stored<gen.LimitRange>;
export type Role = Stored<gen.Role>;
export type RoleBinding = Stored<gen.RoleBinding>;
export type ClusterRole = Stored<gen.ClusterRole>;
export type ClusterRoleBinding = Stored<gen.ClusterRoleBinding>;
export type PriorityClass = Stored<gen.PriorityClass>;
export type Lease = Stored<gen.Lease>;
export {};
