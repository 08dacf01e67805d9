import { type DescribeWriter } from '../describe.ts';
import type { Container, ContainerStatus, PodTemplateSpec, ResourceRequirements, Toleration, TopologySpreadConstraint, Volume } from '../types.gen.ts';
/** The value that a fieldRef of an env variable has in a Pod; '' where it is not known. */
export type FieldResolver = (fieldPath: string) => string;
/** `Pod Template:`, two blanks further in. */
export declare function writePodTemplate(w: DescribeWriter, template: PodTemplateSpec | undefined): void;
/** A list of containers, with what their statuses say where there are any. `space` is '  ' inside a template. */
export declare function writeContainers(w: DescribeWriter, label: string, containers: readonly Container[], statuses: readonly ContainerStatus[], space: string, resolve?: FieldResolver): void;
export declare function writeResources(w: DescribeWriter, resources: ResourceRequirements | undefined, level: number): void;
export declare function writeVolumes(w: DescribeWriter, volumes: readonly Volume[] | undefined, space: string): void;
type Lines = readonly (readonly [label: string, value: string | number | boolean])[];
export declare function volumeLines(volume: Volume): Lines;
export declare function writeTopologySpread(w: DescribeWriter, constraints: readonly TopologySpreadConstraint[] | undefined, space: string): void;
export declare function writeTolerations(w: DescribeWriter, title: string, tolerations: readonly Toleration[] | undefined): void;
export {};
