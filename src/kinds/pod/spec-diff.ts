/** How two Pod specs differ, as the server tells it: its own Go structs as indented JSON, compared line by line. */
import { unifiedDiff } from '../../api/values/unified-diff.ts';
import type { PodSpec } from '../types.gen.ts';
import { goStruct } from './go-struct.ts';

/** The unified diff of two specs. */
export function podSpecDiff(before: PodSpec, after: PodSpec): string {
  return unifiedDiff(pretty(before), pretty(after));
}

function pretty(spec: PodSpec): string {
  return JSON.stringify(goStruct('PodSpec', spec), undefined, 1);
}
