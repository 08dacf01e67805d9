// The two directions of YAML under one roof: `printYaml` as kubectl prints, `readYaml` as it reads.
export { escapeChar, printYaml } from './yamlprint.ts';
export { readYaml, readYamlStream, YamlError } from './yamlread.ts';
