/**
 * Monaco with the features and languages that are used here, and no others: a chunk of its own, fetched with the first file that is opened.
 * `monaco-editor/editor` is the bare editor; each import below adds one feature.
 */
import * as monaco from 'monaco-editor/editor';
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeAction/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/contextmenu/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/diffEditor/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/folding/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/iPadShowKeyboard/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/snippet/register';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js'; // what features/suggest/register leaves out in 0.57
import 'monaco-editor/features/toggleTabFocusMode/register';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/languages/definitions/markdown/register';
import 'monaco-editor/languages/definitions/shell/register';
import 'monaco-editor/languages/definitions/yaml/register';
import { usePage } from '../base/state.ts';
import { followManifests } from './manifests.ts';

self.MonacoEnvironment = { getWorker: () => new EditorWorker() };

const BRACKETS: monaco.languages.CharacterPair[] = [
  ['{', '}'],
  ['[', ']'],
];

/** JSON comes with Monaco only as a language service of 200 kB: these are its colours. */
monaco.languages.register({ id: 'json', extensions: ['.json'] });
monaco.languages.setLanguageConfiguration('json', {
  brackets: BRACKETS,
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '"', close: '"' },
  ],
});
monaco.languages.setMonarchTokensProvider('json', {
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'type'],
      [/"(?:[^"\\]|\\.)*"/, 'string'],
      [/-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/, 'number'],
      [/\b(?:true|false|null)\b/, 'keyword'],
    ],
  },
});
// Without a language service each pair and indentation is as YAML's authors write it.
monaco.languages.setLanguageConfiguration('yaml', {
  comments: { lineComment: '#' },
  brackets: BRACKETS,
  autoClosingPairs: [
    { open: '{', close: '}' },
    { open: '[', close: ']' },
    { open: '"', close: '"', notIn: ['string'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
  ],
  onEnterRules: [
    // What follows `key:` and `- key:` stands two further to the right.
    { beforeText: /^\s*(?:-\s+)*[^#\s][^#]*:\s*$/, action: { indentAction: monaco.languages.IndentAction.Indent } },
    // The second field of an entry stands under the first.
    { beforeText: /^\s*-\s+\S.*$/, action: { indentAction: monaco.languages.IndentAction.None, appendText: '  ' } },
  ],
  folding: { offSide: true },
});

/** Monaco's colours are the page's: of the text as in the inspector, of all else from theme.css. */
function defineTheme(): void {
  const { theme } = usePage.getState();
  const style = getComputedStyle(document.documentElement);
  // Monaco wants six digits; whoever made the style sheet small writes three where they do.
  const colour = (name: string): string =>
    style
      .getPropertyValue(name)
      .trim()
      .replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  const [text, muted, accent, ok, info, bad, warn] = ['--text', '--muted', '--accent', '--ok', '--info', '--bad', '--warn'].map(colour) as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const [ground, panel, panel2, border, soft] = ['--terminal-bg', '--panel', '--panel-2', '--border', '--accent-soft'].map(colour) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const rule = (token: string, foreground: string): monaco.editor.ITokenThemeRule => ({ token, foreground: foreground.slice(1) });
  monaco.editor.defineTheme('drydock', {
    base: theme === 'light' ? 'vs' : theme === 'dark' ? 'vs-dark' : 'hc-black',
    inherit: false,
    rules: [
      rule('', text),
      rule('comment', muted),
      rule('type', accent),
      rule('attribute.name', accent),
      rule('variable', accent),
      rule('keyword', info),
      rule('number', info),
      rule('string', ok),
      rule('tag', warn),
      rule('namespace', warn),
      rule('operators', text),
      rule('delimiter', text),
    ],
    colors: {
      'editor.background': ground || panel,
      'editor.foreground': text,
      'editorLineNumber.foreground': muted,
      'editorLineNumber.activeForeground': text,
      'editorLineNumber.dimmedForeground': muted,
      'editorCursor.foreground': accent,
      'editor.selectionBackground': soft,
      'editor.inactiveSelectionBackground': panel2,
      'editor.lineHighlightBackground': panel2,
      'editor.lineHighlightBorder': '#00000000',
      'editor.wordHighlightBackground': panel2,
      'editor.wordHighlightTextBackground': panel2,
      'editor.findMatchBackground': soft,
      'editor.findMatchHighlightBackground': soft,
      'editorBracketMatch.background': soft,
      'editorBracketMatch.border': accent,
      'editorIndentGuide.background1': border,
      'editorIndentGuide.activeBackground1': muted,
      'editorWidget.background': panel,
      'editorWidget.foreground': text,
      'editorWidget.border': border,
      'editorHoverWidget.background': panel,
      'editorHoverWidget.foreground': text,
      'editorHoverWidget.border': border,
      'editorSuggestWidget.background': panel,
      'editorSuggestWidget.foreground': text,
      'editorSuggestWidget.border': border,
      'editorSuggestWidget.selectedBackground': soft,
      'editorSuggestWidget.selectedForeground': text,
      'editorSuggestWidget.highlightForeground': accent,
      'editorSuggestWidget.focusHighlightForeground': accent,
      'list.hoverBackground': panel2,
      'list.hoverForeground': text,
      'list.focusBackground': soft,
      'list.focusForeground': text,
      'editorError.foreground': bad,
      'editorWarning.foreground': warn,
      'editorInfo.foreground': info,
      'input.background': panel2,
      'input.foreground': text,
      'input.border': border,
      'menu.background': panel,
      'menu.foreground': text,
      'menu.selectionBackground': soft,
      'menu.selectionForeground': text,
      'menu.border': border,
      'widget.shadow': theme === 'contrast' ? '#00000000' : '#0000002e',
      focusBorder: colour('--focus'),
      'scrollbarSlider.background': `${muted}44`,
      'scrollbarSlider.hoverBackground': `${muted}77`,
      'scrollbarSlider.activeBackground': `${muted}99`,
      'diffEditor.insertedTextBackground': `${ok}${theme === 'light' ? '26' : '40'}`,
      'diffEditor.removedTextBackground': `${bad}${theme === 'light' ? '26' : '40'}`,
      'diffEditor.insertedLineBackground': `${ok}${theme === 'light' ? '14' : '1c'}`,
      'diffEditor.removedLineBackground': `${bad}${theme === 'light' ? '14' : '1c'}`,
      'diffEditor.insertedTextBorder': '#00000000',
      'diffEditor.removedTextBorder': '#00000000',
      'diffEditor.border': border,
      'textLink.foreground': accent,
      'textLink.activeForeground': accent,
      'textCodeBlock.background': panel2,
    },
  });
  monaco.editor.setTheme('drydock');
}
// After the page has set the theme on its root.
usePage.subscribe(({ theme }, before) => theme !== before.theme && requestAnimationFrame(defineTheme));
defineTheme();
followManifests(monaco);

export { monaco };
