// The checks of k8s.io/apimachinery validation (util/validation, api/validate/content).
// Each returns the reasons why `value` is refused, in the words of the API server; none means it is valid.

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`;
const UNDERSCORED_LABEL = '_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?';
const UNDERSCORED = `${UNDERSCORED_LABEL}(\\.${UNDERSCORED_LABEL})*`;
const DNS1035 = '[a-z]([-a-z0-9]*[a-z0-9])?';
const KEY = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]';
const KEY_WORDS = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character";
const CONFIG_KEY = '[-._a-zA-Z0-9]+';
const HEADER = '[-A-Za-z0-9]+';
const PERCENT = '[0-9]+%';

const compiled = new Map<string, RegExp>();

function fits(format: string, value: string): boolean {
  let regexp = compiled.get(format);
  if (!regexp) {
    regexp = new RegExp(`^(?:${format})$`);
    compiled.set(format, regexp);
  }
  return regexp.test(value) && !value.endsWith('\n');
}

/** The sentence for a value that does not fit `format`. */
export function regexError(words: string, format: string, ...examples: string[]): string {
  const some = examples.map((example) => `'${example}', `).join(' or ');
  return some ? `${words} (e.g. ${some}regex used for validation is '${format}')` : `${words} (regex used for validation is '${format}')`;
}

/** Bytes of `value` in UTF-8, which is how the API server counts. */
export function byteLength(value: string): number {
  let bytes = 0;
  for (const char of value) {
    const code = char.codePointAt(0) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

function tooLong(value: string, max: number, unit: 'bytes' | 'characters'): string[] {
  return byteLength(value) > max ? [`must be no more than ${max} ${unit}`] : [];
}

/** Name of a Namespace, Pod host, container, ...: at most 63 of a-z, 0-9, '-'. */
export function isDNS1123Label(value: string): string[] {
  const errors = tooLong(value, 63, 'characters');
  if (fits(LABEL, value)) return errors;
  if (fits(SUBDOMAIN, value)) return [...errors, 'must not contain dots'];
  const words =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character";
  return [...errors, regexError(words, LABEL, 'my-name', '123-abc')];
}

/** Name of most objects: labels joined by dots, at most 253 characters. */
export function isDNS1123Subdomain(value: string): string[] {
  return subdomainErrors(value, 'characters');
}

/** The length sentence counts in bytes where the name is part of a label key. */
function subdomainErrors(value: string, unit: 'bytes' | 'characters'): string[] {
  const errors = tooLong(value, 253, unit);
  if (fits(SUBDOMAIN, value)) return errors;
  const words =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character";
  return [...errors, regexError(words, SUBDOMAIN, 'example.com')];
}

/** A domain to search in: DNS itself knows names with underscores. */
export function isDNS1123SubdomainWithUnderscore(value: string): string[] {
  const errors = tooLong(value, 253, 'characters');
  if (fits(UNDERSCORED, value)) return errors;
  const words =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_', '-' or '.', and must start and end with an alphanumeric character";
  return [...errors, regexError(words, UNDERSCORED, 'example.com')];
}

/** Name that must start with a letter (Services before v1.36, among others). */
export function isDNS1035Label(value: string): string[] {
  const errors = tooLong(value, 63, 'characters');
  if (fits(DNS1035, value)) return errors;
  const words =
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character";
  return [...errors, regexError(words, DNS1035, 'my-name', 'abc-123')];
}

/** Keys of labels and annotations, and other qualified names: an optional DNS prefix and '/', then a name of at most 63 bytes. */
export function isQualifiedName(value: string): string[] {
  const errors: string[] = [];
  const parts = value.split('/');
  if (parts.length > 2) {
    const sentence = regexError(KEY_WORDS, KEY, 'MyName', 'my.name', '123-abc');
    return [`a valid label key ${sentence} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`];
  }
  const name = parts[parts.length - 1] as string;
  if (parts.length === 2) {
    const prefix = parts[0] as string;
    if (prefix === '') errors.push('prefix part must be non-empty');
    else errors.push(...subdomainErrors(prefix, 'bytes').map((error) => `prefix part ${error}`));
  }
  if (name === '') errors.push('name part must be non-empty');
  else errors.push(...tooLong(name, 63, 'bytes').map((error) => `name part ${error}`));
  if (!fits(KEY, name)) errors.push(`name part ${regexError(KEY_WORDS, KEY, 'MyName', 'my.name', '123-abc')}`);
  return errors;
}

export function isLabelValue(value: string): string[] {
  const errors = tooLong(value, 63, 'bytes');
  if (fits(`(${KEY})?`, value)) return errors;
  const words = `a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character`;
  return [...errors, regexError(words, `(${KEY})?`, 'MyValue', 'my_value', '12345')];
}

/** Port number of a Service or container. */
export function isPortNumber(value: number): string[] {
  return isInRange(value, 1, 65535);
}

export function isInRange(value: number, low: number, high: number): string[] {
  return Number.isInteger(value) && value >= low && value <= high ? [] : [`must be between ${low} and ${high}, inclusive`];
}

/** Port name: at most 15 of a-z, 0-9, '-', with a letter. */
export function isPortName(value: string): string[] {
  const errors = tooLong(value, 15, 'characters');
  if (!fits('[-a-z0-9]+', value)) errors.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  if (!/[a-z]/.test(value)) errors.push('must contain at least one letter (a-z)');
  if (value.includes('--')) errors.push('must not contain consecutive hyphens');
  if (value.startsWith('-') || value.endsWith('-')) errors.push('must not begin or end with a hyphen');
  return errors;
}

/** Environment variable name as the API server takes it since v1.34 (RelaxedEnvironmentVariableValidation). */
export function isEnvVarName(value: string): string[] {
  if (value === '') return ['environment variable name must be non-empty'];
  if (/^[\x20-\x7e]*$/.test(value) && !value.includes('=')) return [];
  return ["a valid environment variable name must consist only of printable ASCII characters other than '='"];
}

/** Environment variable name as a shell knows it; kubectl asks for this one in --env. */
export function isStrictEnvVarName(value: string): string[] {
  const format = '[-._a-zA-Z][-._a-zA-Z0-9]*';
  const words =
    "a valid environment variable name must consist of alphabetic characters, digits, '_', '-', or '.', and must not start with a digit";
  const errors = fits(format, value) ? [] : [regexError(words, format, 'my.env-name', 'MY_ENV.NAME', 'MyEnvName1')];
  return [...errors, ...climbs(value)];
}

/** Key of a ConfigMap or Secret. */
export function isConfigMapKey(value: string): string[] {
  const errors = tooLong(value, 253, 'characters');
  if (!fits(CONFIG_KEY, value)) {
    const words = "a valid config key must consist of alphanumeric characters, '-', '_' or '.'";
    errors.push(regexError(words, CONFIG_KEY, 'key.name', 'KEY_NAME', 'key-name'));
  }
  return [...errors, ...climbs(value)];
}

function climbs(value: string): string[] {
  if (value === '.') return ["must not be '.'"];
  if (value === '..') return ["must not be '..'"];
  return value.startsWith('..') ? ["must not start with '..'"] : [];
}

export function isHTTPHeaderName(value: string): string[] {
  const words = "a valid HTTP header must consist of alphanumeric characters or '-'";
  return fits(HEADER, value) ? [] : [regexError(words, HEADER, 'X-Header-Name')];
}

export function isPercent(value: string): string[] {
  const words = "a valid percent string must be a numeric string followed by an ending '%'";
  return fits(PERCENT, value) ? [] : [regexError(words, PERCENT, '1%', '93%')];
}

/** Name that can stand in a URL path: the rule for kinds without a stricter one. */
export function isPathSegmentName(value: string): string[] {
  if (value === '.' || value === '..') return [`may not be '${value}'`];
  return ['/', '%'].filter((part) => value.includes(part)).map((part) => `may not contain '${part}'`);
}

/** IPv4 or IPv6 address. */
export function isIP(value: string): string[] {
  if (/^\d+(\.\d+){3}$/.test(value)) {
    const parts = value.split('.');
    if (parts.every((part) => part.length <= 3 && Number(part) <= 255)) {
      return parts.some((part) => part.length > 1 && part.startsWith('0')) ? ['must not have leading 0s'] : [];
    }
  } else if (isIPv6(value)) {
    return [];
  }
  return ['must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)'];
}

/** True for an IPv6 address without a zone. */
export function isIPv6(value: string): boolean {
  const halves = value.split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}
