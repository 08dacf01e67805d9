import { GoTemplateError } from './lex.ts';
export { GoTemplateError } from './lex.ts';
export interface TemplateOptions {
    /** A missing field prints `<no value>` instead of being an error; kubectl's default. */
    readonly allowMissingKeys?: boolean;
}
export interface Template {
    readonly text: string;
    /** The output for `data` (plain JSON). Throws GoTemplateError. */
    execute(data: unknown, options?: TemplateOptions): string;
    /** The output up to the first error, and the error. */
    run(data: unknown, options?: TemplateOptions): {
        output: string;
        error?: GoTemplateError;
    };
}
/** The template `text`. Throws GoTemplateError, e.g. `template: output:1: unclosed action`. */
export declare function compileTemplate(text: string, name?: string): Template;
/**
 * The output of -o go-template for `data`, and kubectl's error message if it fails:
 * kubectl then prints on standard output, too, what the template and the object were.
 */
export declare function printTemplate(template: Template, data: unknown, options?: TemplateOptions): {
    output: string;
    error?: string;
};
