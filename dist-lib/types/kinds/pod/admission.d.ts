import type { KindContext } from '../../api/kind.ts';
import type { Pod } from '../objects.ts';
export declare function admitPod(given: Pod, context: KindContext): Pod;
