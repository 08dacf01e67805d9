/** The texts of the page builder say what was chosen, in the language of each kind of page. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { type EmbedOptions, snippet } from './snippet.ts';

/** What the test reads of the syntax tree. */
interface Element {
  readonly name: { readonly name: string };
  readonly attributes: readonly {
    readonly name: { readonly name: string };
    readonly value: { readonly value?: string; readonly expression?: { readonly value: string } } | null;
  }[];
}
interface Tree {
  readonly body: readonly { readonly expression: { readonly openingElement: Element } }[];
}

const options: fc.Arbitrary<EmbedOptions> = fc.record(
  {
    home: fc.constant('https://example.org/drydock/'),
    lesson: fc.constantFrom('expose-your-app', 'jobs'),
    run: fc.oneof(fc.string(), fc.constantFrom('echo "a < b" \\ & {c} \'d\' `e`\nls', '</script><script>alert(1)</script>', '{{< x >}}')),
    height: fc.integer({ min: 240, max: 1200 }),
    theme: fc.constantFrom<'light' | 'dark'>('light', 'dark'),
    readonly: fc.boolean(),
  },
  { requiredKeys: ['home', 'run'] },
);

describe('what the page builder writes', () => {
  it('is JSX whose attributes are what was chosen', () => {
    fc.assert(
      fc.property(options, (chosen) => {
        const text = snippet('mdx', chosen);
        const element = (parseAst(text, { lang: 'jsx' }) as unknown as Tree).body.at(-1)?.expression.openingElement as Element;
        expect(element.name.name).toBe('Drydock');
        const found = Object.fromEntries(
          element.attributes.map(({ name, value }) => [name.name, value?.expression?.value ?? value?.value]),
        );
        expect(found['run']).toBe(chosen.run === '' ? undefined : chosen.run);
        expect(found['home']).toBe(chosen.home);
      }),
    );
  });

  it('is HTML in which no value ends its attribute', () => {
    fc.assert(
      fc.property(options, fc.constantFrom<'element' | 'iframe'>('element', 'iframe'), (chosen, kind) => {
        const text = snippet(kind, chosen);
        const tags = text.replace(/"[^"]*"/g, '""');
        expect(tags).toMatch(
          kind === 'element'
            ? /^<script src="" async><\/script>\n<drydock-playground( [a-z]+(="")?)*><\/drydock-playground>\n$/
            : /^<iframe( [a-z]+="")+><\/iframe>\n$/,
        );
      }),
    );
  });
});

it('the comment of the Hugo example ends where its template begins', () => {
  const text = readFileSync(new URL('../../examples/hugo/drydock.html', import.meta.url), 'utf8');
  expect(text.match(/\*\//g)).toHaveLength(1);
  expect(text).toMatch(/^\{\{- \/\*[\s\S]*\*\/ -\}\}\n\{\{- \$home/);
});
