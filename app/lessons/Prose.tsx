/** Draws a lesson's prose: React elements made from our own few kinds of block, so nothing in a lesson can become markup or script. */
import { Check, CornerDownLeft, FilePlus2, Play } from 'lucide-react';
import { Fragment, type ReactNode, useState } from 'react';
import { type Block, type CodeBlock, type Inline, isSafeAddress } from '../../src/lessons/markdown.ts';
import { Words } from '../base/Words.tsx';
import { point } from './player.ts';
import { useWords } from './texts.ts';
import { runBlock, runText } from './type.ts';

interface Props {
  readonly blocks: readonly Block[];
  /** Fills `${saw}`. */
  readonly saw?: string | undefined;
  /** Commands can be read, but not run yet. */
  readonly locked?: boolean;
}

export function Prose({ blocks, saw, locked = false }: Props) {
  return (
    <>
      {blocks.map((block, index) => (
        <BlockView key={index} block={locked ? readOnly(block) : block} saw={saw} />
      ))}
    </>
  );
}

function readOnly(block: Block): Block {
  if (block.kind !== 'code') return block;
  const { text, language, line } = block;
  return { kind: 'code', text, language, line };
}

function BlockView({ block, saw }: { readonly block: Block; readonly saw: string | undefined }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <InlineText inline={block.inline} saw={saw} />
        </p>
      );
    case 'heading':
      return (
        <h4>
          <InlineText inline={block.inline} saw={saw} />
        </h4>
      );
    case 'list': {
      const items = block.items.map((item, index) => (
        <li key={index}>
          {item.length === 1 && item[0]?.kind === 'paragraph' ? (
            <InlineText inline={item[0].inline} saw={saw} />
          ) : (
            <Prose blocks={item} saw={saw} />
          )}
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'note':
      return (
        <aside className="lesson-note" data-tone={block.tone}>
          <Prose blocks={block.blocks} saw={saw} />
        </aside>
      );
    case 'table':
      return (
        <div className="lesson-table">
          <table>
            <thead>
              <tr>
                {block.head.map((cell, index) => (
                  <th key={index}>
                    <InlineText inline={cell} saw={saw} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {block.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, index) => (
                    <td key={index}>
                      <InlineText inline={cell} saw={saw} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'rule':
      return <hr />;
    case 'code':
      return <Code block={block} />;
  }
}

export function InlineText({ inline, saw }: { readonly inline: readonly Inline[]; readonly saw?: string | undefined }): ReactNode {
  const fill = (text: string): string => (saw === undefined ? text : text.replaceAll('${saw}', saw));
  return inline.map((part, index) => {
    if (typeof part === 'string') return <Fragment key={index}>{fill(part)}</Fragment>;
    switch (part.kind) {
      case 'code':
        return <code key={index}>{fill(part.text)}</code>;
      case 'break':
        return <br key={index} />;
      case 'link':
        return isSafeAddress(part.href) ? (
          <a key={index} href={part.href} target="_blank" rel="noreferrer noopener">
            <InlineText inline={part.inline} saw={saw} />
          </a>
        ) : (
          <InlineText key={index} inline={part.inline} saw={saw} />
        );
      case 'look':
        return (
          <button key={index} type="button" className="look-link" onClick={() => point(part.target)}>
            <InlineText inline={part.inline} saw={saw} />
          </button>
        );
      default: {
        const Tag = part.kind;
        return (
          <Tag key={index}>
            <InlineText inline={part.inline} saw={saw} />
          </Tag>
        );
      }
    }
  });
}

/** Lines of which it can be seen where each begins, though they go over into the next ones. */
function Commands({ text }: { readonly text: string }) {
  return text.split('\n').map((line, index) => (
    <span key={index} className="code-line">
      {line === '' ? '\n' : <Words text={line} />}
    </span>
  ));
}

/** A code block; commands are run by a click, files written by one. */
export function Code({ block }: { readonly block: CodeBlock }) {
  const { t } = useWords();
  const { run, file, text, language } = block;
  const [ran, setRan] = useState(false);
  const click = (): void => {
    setRan(true);
    void runBlock(block);
  };
  return (
    <div className="lesson-code" data-kind={run ? 'run' : language === 'output' ? 'output' : 'text'}>
      {file !== undefined && <span className="lesson-file">{file}</span>}
      <pre>
        <code>{run || language === 'sh' ? <Commands text={text} /> : text}</code>
      </pre>
      {run && (
        <button type="button" className="button run-button" data-ran={ran || undefined} onClick={click}>
          {ran ? <Check size={13} aria-hidden /> : <Play size={13} aria-hidden />}
          {t('run')}
          {run.terminal > 1 && <span className="run-terminal">{t('inTerminal', { n: run.terminal })}</span>}
        </button>
      )}
      {file !== undefined && (
        <button type="button" className="button run-button" data-ran={ran || undefined} onClick={click}>
          {ran ? <Check size={13} aria-hidden /> : <FilePlus2 size={13} aria-hidden />}
          {t('writeFile')}
        </button>
      )}
    </div>
  );
}

/** A solution: shell text with a button that runs it. */
export function Solution({ text }: { readonly text: string }) {
  const { t } = useWords();
  return (
    <div className="lesson-code" data-kind="run">
      <pre>
        <code>
          <Commands text={text} />
        </code>
      </pre>
      <button type="button" className="button run-button" onClick={() => void runText(text)}>
        <CornerDownLeft size={13} aria-hidden />
        {t('runSolution')}
      </button>
    </div>
  );
}
