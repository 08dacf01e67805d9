// Go's text/template, for -o go-template: the whole language, with Go's messages.

import { Execution, type Program } from './execute.ts';
import { FUNCTIONS } from './functions.ts';
import { GoTemplateError } from './lex.ts';
import { parse } from './parse.ts';

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
  run(data: unknown, options?: TemplateOptions): { output: string; error?: GoTemplateError };
}

const NAMES: ReadonlySet<string> = new Set(FUNCTIONS.keys());

/** The template `text`. Throws GoTemplateError, e.g. `template: output:1: unclosed action`. */
export function compileTemplate(text: string, name = 'output'): Template {
  const program: Program = { name, text, templates: parse(text, name, NAMES) };
  const run: Template['run'] = (data, { allowMissingKeys = true } = {}) => {
    const execution = new Execution(program, allowMissingKeys);
    try {
      execution.run(data);
      return { output: execution.output };
    } catch (error) {
      if (error instanceof GoTemplateError) return { output: execution.output, error };
      throw error;
    }
  };
  const execute: Template['execute'] = (data, options) => {
    const { output, error } = run(data, options);
    if (error) throw error;
    return output;
  };
  return { text, execute, run };
}
