/** The namespace controller: empties a namespace that is being deleted, then lets it go. */
import type { Controller } from './controller.ts';
export declare const namespaceController: Controller;
