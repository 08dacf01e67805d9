/** The kinds that the server serves, in the order of discovery. Adding one is adding its folder and its line here. */
import type { Admission } from '../api/admission.ts';
import type { Kind } from '../api/kind.ts';
/** What may refuse a valid write, in the order in which they are asked. */
export declare const admissions: readonly Admission[];
/** All kinds: those with a folder, and for every other resource of a real server one that is only stored. Columns default to NAME and AGE. */
export declare const kinds: readonly Kind[];
