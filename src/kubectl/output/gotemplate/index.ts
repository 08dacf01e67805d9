// Go's text/template, for -o go-template: the whole language, with Go's messages.

import { formatValue, quote } from '../gofmt.ts';
import { marshalJson } from '../json.ts';
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

/**
 * The output of -o go-template for `data`, and kubectl's error message if it fails:
 * kubectl then prints on standard output, too, what the template and the object were.
 */
export function printTemplate(template: Template, data: unknown, options?: TemplateOptions): { output: string; error?: string } {
  const { output, error } = template.run(data, options);
  if (!error) return { output };
  const help = [
    `Error executing template: ${error.message}. Printing more information for debugging the template:`,
    `\ttemplate was:\n\t\t${template.text}`,
    `\traw data was:\n\t\t${marshalJson(data)}\n`,
    `\tobject given to template engine was:\n\t\t${formatValue(data)}\n\n`,
  ];
  return { output: output + help.join('\n'), error: `error executing template ${quote(template.text)}: ${error.message}` };
}
