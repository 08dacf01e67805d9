/** What only clients' writes need: they are checked, and each field that they set has an owner from then on. */
import { createdBy, updatedBy } from './field-owners.ts';
import { validateMetadata, validateMetadataUpdate } from './metadata-validation.ts';
export declare const clientRules: {
    createdBy: typeof createdBy;
    updatedBy: typeof updatedBy;
    validateMetadata: typeof validateMetadata;
    validateMetadataUpdate: typeof validateMetadataUpdate;
};
