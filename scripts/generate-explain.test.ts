import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
const descriptions: Record<string, Record<string, string>> = read('src/kinds/descriptions.gen.json');

/** The text under DESCRIPTION of a recorded `kubectl explain`, without the line breaks and indentation that kubectl puts in. */
function recorded(field: string): string {
  const step = read('recordings/explain.json').steps.find((s: { run: string }) => s.run === `kubectl explain ${field}`);
  return flat(step.out.split('DESCRIPTION:')[1]);
}
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

test.each([
  ['service.spec.type', 'ServiceSpec', 'type'],
  ['pod.spec.restartPolicy', 'PodSpec', 'restartPolicy'],
  ['deploy.spec.replicas', 'DeploymentSpec', 'replicas'],
])('%s is described as by the real server', (field, type, name) => {
  expect(flat(descriptions[type]?.[name] ?? '')).toBe(recorded(field));
});

test('paragraphs and lists of values keep their lines', () => {
  expect(descriptions.PodSpec?.restartPolicy).toMatch(/\n\nPossible enum values:\n - `"Always"`\n - `"Never"`\n - `"OnFailure"`$/);
  expect(descriptions.ObjectMeta?.generateName).toContain('\n\nIf this field is specified');
});

test('nearly every field has a description, fields that refer to other types too', () => {
  const texts = Object.entries(descriptions).filter(([type]) => type !== 'JSONSchemaProps');
  const missing = texts.flatMap(([type, fields]) => Object.keys(fields).flatMap((field) => (fields[field] ? [] : [`${type}.${field}`])));
  expect(texts.length).toBeGreaterThan(350);
  // Neither source has them: of kinds that are newer than the older one, the fields that refer to another type.
  const newer = /^(?:MutatingAdmission|Mutation\.|Resource|Device|Allocat|Capacity|ExactDevice)/;
  expect(missing.filter((field) => !newer.test(field)).length).toBeLessThan(20);
  expect(descriptions.Pod?.metadata).toContain("Standard object's metadata");
});
