/** The commands of the lesson that is open, as a presenter's script: each step's title is a note before its commands. */
import { type CodeBlock, codeBlocks } from '../../src/lessons/markdown.ts';
import { usePage } from '../base/state.ts';
import { usePlayer } from './player.ts';
import { proseOf } from './prose-of.ts';

/** As a presenter's script names terminals, where a lesson needs several, and interrupts. */
function linesOf({ text, run }: CodeBlock, several: boolean): string {
  const lines = [...(run?.interrupt ? ['^C'] : []), ...text.split('\n')];
  return lines.map((line) => (several ? `[${run?.terminal ?? 1}] ${line}` : line)).join('\n');
}

export function lessonScript(): string {
  const { lesson } = usePlayer.getState();
  if (!lesson) return '';
  const prose = proseOf(lesson, usePage.getState().language);
  const several = lesson.steps.some(({ id }) => codeBlocks(prose.steps[id]?.body ?? []).some(({ run }) => (run?.terminal ?? 1) > 1));
  return lesson.steps
    .flatMap((step) => {
      const text = prose.steps[step.id];
      const blocks = codeBlocks(text?.body ?? []).filter(({ run }) => run);
      const commands = blocks.length > 0 ? blocks.map((block) => linesOf(block, several)).join('\n') : step.solution;
      return [`# ${text?.title ?? step.id}`, commands, ''];
    })
    .join('\n');
}
