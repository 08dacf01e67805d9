/** The commands of the lesson that is open, as a presenter's script: each step's title is a note before its commands. */
import { codeBlocks } from '../../src/lessons/markdown.ts';
import { usePage } from '../state.ts';
import { usePlayer } from './player.ts';
import { proseOf } from './prose-of.ts';

export function lessonScript(): string {
  const { lesson } = usePlayer.getState();
  if (!lesson) return '';
  const prose = proseOf(lesson, usePage.getState().language);
  return lesson.steps
    .flatMap((step) => {
      const text = prose.steps[step.id];
      const blocks = codeBlocks(text?.body ?? []).filter(({ run }) => run);
      const commands = blocks.length > 0 ? blocks.map((block) => block.text).join('\n') : step.solution;
      return [`# ${text?.title ?? step.id}`, commands, ''];
    })
    .join('\n');
}
