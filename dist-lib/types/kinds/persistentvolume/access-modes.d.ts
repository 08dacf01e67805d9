/** How volumes may be mounted, as tables abbreviate it, and the rules. */
import { type FieldError } from '../../api/field-errors.ts';
/** `RWO,ROX`: in a fixed order, each once. */
export declare function accessModesText(modes: readonly string[] | null | undefined): string;
export declare function validateAccessModes(modes: readonly string[], at: string): FieldError[];
