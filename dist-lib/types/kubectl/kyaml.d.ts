/** -o kyaml: YAML in JSON's clothes, with braces, quoted strings, plain keys and trailing commas. */
import { type KeyOrder } from './output/json.ts';
/** One document, with its `---`. `keysOf` says in which order the fields of an object stand. */
export declare function printKyaml(value: unknown, keysOf?: KeyOrder): string;
