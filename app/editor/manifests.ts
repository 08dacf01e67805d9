/** Gives Monaco what `src/manifests` knows: completion, hover help, and what probably was meant. */

import { definition } from '../../src/kinds/schema.ts';
import type { Suggestion } from '../../src/manifests/complete.ts';
import { complete, type Names } from '../../src/manifests/complete.ts';
import { cursorAt } from '../../src/manifests/cursor.ts';
import { type Descriptions, describe, explainAt } from '../../src/manifests/explain.ts';
import { customDescriptions, servedBy } from '../../src/manifests/served.ts';
import { useEngine } from '../engine/engine.ts';
import type { Monaco } from './load.ts';
import { problemsOfModel } from './problems.ts';
import { templateTexts } from './templates.ts';
import { useTexts } from './texts.ts';

type Model = Parameters<Parameters<Monaco['languages']['registerHoverProvider']>[1]['provideHover']>[0];
type Item = import('monaco-editor/editor').languages.CompletionItem & { about?: Suggestion['about'] };

const LANGUAGES = ['yaml', 'json'];

let texts: Promise<Descriptions> | undefined;

/** What kubectl explain says, of custom kinds too. */
async function descriptions(): Promise<Descriptions> {
  const { cluster } = useEngine.getState();
  return { ...(await builtIn()), ...customDescriptions(cluster.api.registry, cluster.world) };
}

/** Fetched when somebody first asks, empty without a network. */
function builtIn(): Promise<Descriptions> {
  texts ??= import('../../src/kinds/descriptions.gen.json').then(
    (module) => module.default as Descriptions,
    () => {
      texts = undefined;
      return {};
    },
  );
  return texts;
}

const names: Names = (what, namespace) => {
  const { cluster } = useEngine.getState();
  if (what === 'images') return cluster.nodes.catalog.repositories;
  const objects = cluster.world.store.list(what);
  const wanted = namespace || 'default';
  return objects.filter(({ metadata }) => (metadata.namespace ?? wanted) === wanted).map(({ metadata }) => metadata.name);
};

/** Registers them once and for all. */
export function followManifests(monaco: Monaco): void {
  const rangeOf = (model: Model, { start, end }: { readonly start: number; readonly end: number }) =>
    monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));

  monaco.languages.registerCompletionItemProvider(LANGUAGES, {
    triggerCharacters: [' ', '"'],
    async provideCompletionItems(model, position) {
      const { cluster } = useEngine.getState();
      await cluster.load();
      const served = servedBy(cluster.api.registry, cluster.world);
      const found = complete(model.getValue(), model.getOffsetAt(position), served, names);
      const suggestions = found.map(
        (one, index): Item => ({
          label: { label: one.label, description: one.detail },
          kind: one.kind === 'field' ? monaco.languages.CompletionItemKind.Field : monaco.languages.CompletionItemKind.Value,
          insertText: one.insert,
          insertTextRules: monaco.languages.CompletionItemInsertTextRule.InsertAsSnippet,
          range: rangeOf(model, one),
          sortText: String(index).padStart(4, '0'),
          about: one.about,
          ...(one.goesOn && { command: { id: 'editor.action.triggerSuggest', title: '' } }),
        }),
      );
      const cursor = cursorAt(model.getValue(), model.getOffsetAt(position));
      if (!cursor?.alone || cursor.wants !== 'key' || cursor.path.length > 0) return { suggestions };
      const templates = (await templateTexts(cluster)).map(
        ({ kind, text }): Item => ({
          label: { label: kind, description: useTexts.getState().t('template') },
          kind: monaco.languages.CompletionItemKind.Snippet,
          insertText: text,
          documentation: text,
          range: rangeOf(model, cursor),
          sortText: `9${kind}`,
        }),
      );
      return { suggestions: [...suggestions, ...templates] };
    },
    async resolveCompletionItem(item: Item) {
      const owner = item.about && definition(item.about.definition);
      if (!item.about || !owner) return item;
      return { ...item, documentation: describe(owner, item.about.field, await descriptions()) };
    },
  });

  monaco.languages.registerHoverProvider(LANGUAGES, {
    async provideHover(model, position) {
      const { cluster } = useEngine.getState();
      await cluster.load();
      const served = servedBy(cluster.api.registry, cluster.world);
      const found = explainAt(model.getValue(), model.getOffsetAt(position), served, await descriptions());
      if (!found) return null;
      const code = `\`${found.path}\`${found.type === '' ? '' : ` \`${found.type}\``}`;
      return { range: rangeOf(model, found), contents: [{ value: code }, { value: plain(found.text) }] };
    },
  });

  monaco.languages.registerCodeActionProvider(LANGUAGES, {
    provideCodeActions(model, range) {
      const actions = problemsOfModel(model.uri.toString()).flatMap(({ replacement, message, ...problem }) => {
        const where = rangeOf(model, problem);
        if (replacement === undefined || !monaco.Range.areIntersectingOrTouching(where, range)) return [];
        return [
          {
            title: replacement,
            kind: 'quickfix',
            isPreferred: true,
            edit: { edits: [{ resource: model.uri, versionId: model.getVersionId(), textEdit: { range: where, text: replacement } }] },
          },
        ];
      });
      return { actions, dispose: () => {} };
    },
  });
}

/** Text that is no Markdown, as Markdown: nothing in a description may become a link, an image or HTML. */
const plain = (text: string): string => text.replace(/[\\`*_{}[\]()#+!<>|~&-]/g, '\\$&').replaceAll('\n', '  \n');
