import { YamlError } from './yamlscan.ts';
export { YamlError } from './yamlscan.ts';
/** The values of all documents of `text`; empty documents give none. Throws YamlError in the words of kubectl. */
export declare function readYaml(text: string): unknown[];
/** The values up to the first document that cannot be read, and why it cannot: kubectl still uses what came before. */
export declare function readYamlStream(text: string): {
    values: unknown[];
    error?: YamlError;
};
