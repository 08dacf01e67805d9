/** The kinds that the server serves, in the order of discovery. Adding one is adding its folder and its line here. */
import type { Kind } from '../api/kind.ts';
import { kindOf } from './define.ts';
import { namespaces } from './namespace/index.ts';
import { API_RESOURCES } from './resources.ts';

const OWN = [namespaces] as unknown as readonly Kind[];

/** All kinds: those with a folder, and for every other resource of a real server one that is only stored. */
export const KINDS: readonly Kind[] = API_RESOURCES.map(
  (resource) =>
    OWN.find((kind) => kind.plural === resource.plural && kind.group === resource.group && kind.version === resource.version) ??
    kindOf(resource),
);
