import { type Image, type ResolvedImage } from './image.ts';
export interface Reference {
    /** `docker.io/library/nginx` */
    readonly repository: string;
    readonly tag: string;
    readonly digest: string | undefined;
}
/** A reference that no registry would be asked for; `message` in the runtime's words. */
export declare class InvalidReference extends Error {
}
/** Reads `nginx`, `nginx:1.25`, `gcr.io/a/b:v1`, `x@sha256:...`. Throws InvalidReference. */
export declare function parseReference(text: string): Reference;
/** All images that can be pulled, found by repository. */
export declare class ImageCatalog {
    private readonly byName;
    private readonly found;
    constructor(images: readonly Image[]);
    /** Adds an image (a lesson's), or replaces those of its names. */
    add(image: Image): void;
    /** The image, or why the registry does not give it: the text of the runtime's error. Throws InvalidReference. */
    find(given: string): ResolvedImage | {
        readonly error: string;
    };
    private search;
}
