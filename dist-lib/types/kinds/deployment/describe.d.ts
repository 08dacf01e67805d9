import { type Describer } from '../describe.ts';
import type { Deployment } from '../objects.ts';
export declare const describeDeployment: Describer<Deployment>;
