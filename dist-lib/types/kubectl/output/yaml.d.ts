export { escapeChar, printYaml } from './yamlprint.ts';
export { readYaml, readYamlStream, YamlError } from './yamlread.ts';
