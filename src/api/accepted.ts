/** The formats of answers that a client takes. */

export type Format = 'json' | 'yaml' | 'protobuf';

export const NOT_ACCEPTABLE =
  'only the following media types are accepted: application/json, application/yaml, application/vnd.kubernetes.protobuf';
const TYPES: Readonly<Record<string, Format>> = {
  'application/json': 'json',
  'application/*': 'json',
  '*/*': 'json',
  'application/yaml': 'yaml',
  'application/vnd.kubernetes.protobuf': 'protobuf',
};

/** The formats that an Accept header allows, best first; undefined for none. */
export function acceptedFormats(accept: string): readonly Format[] | undefined {
  if (accept.trim() === '') return ['json'];
  const formats = accept.split(',').flatMap((range): Format[] => {
    const format = TYPES[mediaType(range)];
    return format ? [format] : [];
  });
  return formats.length > 0 ? formats : undefined;
}

/** `application/json` of `application/json;as=Table;v=v1`. */
export const mediaType = (range: string): string => range.split(';')[0]?.trim().toLowerCase() ?? '';

/** Whether the answer to a path comes in the format asked for or not at all; logs, and what others answer, come as they are. */
export const isResource = (path: string): boolean => /^\/apis?\//.test(path) && !/\/(log|proxy)\b/.test(path);
