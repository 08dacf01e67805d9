import { type FieldError } from '../../api/field-errors.ts';
import type { Service } from '../objects.ts';
export declare function validateService({ spec }: Service): FieldError[];
/** A cluster IP, once given, stays: only a change from or to ExternalName moves it. */
export declare function validateServiceUpdate(service: Service, old: Service): FieldError[];
