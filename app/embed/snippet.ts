/** The text that puts a playground into another page. */

export interface EmbedOptions {
  /** Address of the site, ending in a slash. */
  readonly home: string;
  readonly lesson?: string;
  readonly scenario?: string;
  readonly run?: string;
  /** None: the page's own. */
  readonly panels?: readonly string[];
  /** Undefined: as the page around it. */
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly lang?: 'en' | 'zh';
  readonly height?: number;
  readonly readonly?: boolean;
  readonly load?: 'click' | 'view';
}

export type SnippetKind = 'element' | 'iframe' | 'mdx' | 'hugo';

/** In JSX a text in quotes knows no escapes: what needs them is an expression. */
const jsxText = (text: string): string => (/^[^"&\\{}<>\n\r\u2028\u2029]*$/.test(text) ? `"${text}"` : `{${JSON.stringify(text)}}`);

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');

/** The parameters that an address or an element needs, in a fixed order. */
function parametersOf({ lesson, scenario, run, panels, theme, lang, readonly }: EmbedOptions): [string, string][] {
  const all: [string, string | undefined][] = [
    ['lesson', lesson],
    ['scenario', scenario],
    ['run', run],
    ['panels', panels?.join(',')],
    ['theme', theme],
    ['lang', lang],
    ['readonly', readonly ? '' : undefined],
  ];
  return all.filter((one): one is [string, string] => one[1] !== undefined);
}

export function snippet(kind: SnippetKind, options: EmbedOptions): string {
  const { home, height = 520, load } = options;
  const parameters = parametersOf(options);
  const attributes = [
    ...parameters,
    ...(load === 'view' ? ([['load', 'view']] as [string, string][]) : []),
    ['height', String(height)] as [string, string],
  ];
  const html = attributes.map(([name, value]) => (value === '' ? name : `${name}="${escape(value)}"`)).join(' ');
  switch (kind) {
    case 'element':
      return `<script src="${home}embed.js" async></script>\n<drydock-playground ${html}></drydock-playground>\n`;
    case 'mdx':
      return `import Drydock from '@site/src/components/Drydock';\n\n<Drydock home="${home}" ${attributes.map(([name, value]) => (value === '' ? name : `${name}=${jsxText(value)}`)).join(' ')} />\n`;
    case 'hugo':
      return `{{< drydock ${attributes.map(([name, value]) => `${name}=${JSON.stringify(value || 'true')}`).join(' ')} >}}\n`;
    case 'iframe': {
      const address = new URL(home);
      address.searchParams.set('embed', '1');
      for (const [name, value] of parameters) address.searchParams.set(name, value);
      return `<iframe src="${escape(address.href)}" width="100%" height="${height}" loading="lazy" allow="clipboard-write" title="Drydock"></iframe>\n`;
    }
  }
}
