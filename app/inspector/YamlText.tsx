import type { ReactNode } from 'react';

const LINE = /^(\s*(?:- )*)([^\s:][^:]*:|"[^"]*":)?(\s.*|)$/;

/** YAML as kubectl prints it, with keys, strings and numbers coloured. Only text nodes: nothing in it can become markup. */
export function YamlText({ text }: { readonly text: string }): ReactNode {
  return text.split('\n').map((line, index) => {
    const [, indent = '', key = '', value = ''] = LINE.exec(line) ?? ['', line];
    return (
      <span key={index}>
        {indent}
        {key && <span className="key">{key}</span>}
        {value && <span className={/^\s*-?\d+(\.\d+)?$|^\s*(true|false|null)$/.test(value) ? 'number' : 'string'}>{value}</span>}
        {'\n'}
      </span>
    );
  });
}
