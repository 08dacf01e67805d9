/** -o go-template: loaded when first asked for. */
import { CommandError, TemplateFailure } from './errors.ts';
import { sprintf } from './output/gofmt.ts';
import { compileTemplate, GoTemplateError } from './output/gotemplate/index.ts';
import { marshalJson } from './output/json.ts';
import type { ObjectPrinter } from './printer.ts';

/** Throws CommandError for a broken template; the printer throws TemplateFailure for objects that do not fit it. */
export function templatePrinter(text: string, allowMissingKeys: boolean): ObjectPrinter {
  if (text === '') throw new CommandError('template format specified but no template given');
  try {
    const template = compileTemplate(text);
    return (object) => {
      const { output, error } = template.run(object, { allowMissingKeys });
      if (!error) return output;
      const details = [
        `${output}Error executing template: ${error.message}. Printing more information for debugging the template:`,
        `\ttemplate was:\n\t\t${text}`,
        `\traw data was:\n\t\t${marshalJson(object)}`,
        `\tobject given to template engine was:\n\t\t${sprintf('%+v', [object])}\n\n`,
      ];
      throw new TemplateFailure(details.join('\n'), sprintf('error executing template %q: ', [text]) + error.message);
    };
  } catch (error) {
    if (error instanceof GoTemplateError) throw new CommandError(`error parsing template ${text}, ${error.message}`);
    throw error;
  }
}
