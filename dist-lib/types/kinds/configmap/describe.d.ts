import { type Describer } from '../describe.ts';
import type { ConfigMap } from '../objects.ts';
export declare const describeConfigMap: Describer<ConfigMap>;
