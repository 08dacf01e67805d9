// Signatures first; bodies follow.
export class GoTemplateError extends Error {}
export interface Template {
  execute(data: unknown): string;
}
export function compileTemplate(text: string, name = 'output'): Template {
  throw new GoTemplateError(text + name);
}
