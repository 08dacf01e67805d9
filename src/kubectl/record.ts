/** `--record`: notes the command line on the objects it changes, where `rollout history` shows it as the cause. Deprecated, still common. */
import { type Flag, flagsOf, valueWithout } from './cli/command.ts';
import type { Invocation } from './invocation.ts';
import { type JsonObject, withValue } from './json.ts';

export const CHANGE_CAUSE = 'kubernetes.io/change-cause';

export const RECORD: Flag = {
  name: 'record',
  type: 'bool',
  usage: 'Record the current kubectl command in the annotation of what it changes.',
  hidden: true,
  deprecated: '--record will be removed in the future',
};

/** The object with the command line that changes it, where --record asks for it. */
export function recorded(invocation: Invocation, object: JsonObject): JsonObject {
  return isRecording(invocation) ? withValue(object, ['metadata', 'annotations', CHANGE_CAUSE], commandLine(invocation)) : object;
}

/** The merge patch that notes the command line; undefined where --record does not ask for it. */
export function recordPatch(invocation: Invocation): JsonObject | undefined {
  return isRecording(invocation) ? { metadata: { annotations: { [CHANGE_CAUSE]: commandLine(invocation) } } } : undefined;
}

const isRecording = ({ flags }: Invocation): boolean => flags.has('record') && flags.bool('record');

/** Words first, then flags, each with its value. */
function commandLine({ process, path }: Invocation): string {
  const { own, inherited } = flagsOf(path);
  const all = [...own, ...inherited];
  const words: string[] = [];
  const given: string[] = [];
  const note = (flag: Flag | undefined, value: string): number => given.push(`--${flag?.name}=${value}`);
  const typed = process.argv.slice(1);
  for (let index = 0; index < typed.length; index++) {
    const word = typed[index] as string;
    const [, long, value] = /^--([^=]+)(?:=([^]*))?$/.exec(word) ?? [];
    if (word === '--') {
      words.push(...typed.slice(index + 1));
      break;
    }
    if (long !== undefined) {
      const flag = all.find(({ name }) => name === long);
      note(flag, value ?? (flag && valueWithout(flag)) ?? typed[++index] ?? '');
    } else if (/^-./.test(word)) {
      for (let letters = word.slice(1); letters !== ''; ) {
        const flag = all.find(({ shorthand }) => shorthand === letters[0]);
        const rest = letters.slice(1);
        const alone = flag && valueWithout(flag);
        if (rest.startsWith('=')) note(flag, rest.slice(1));
        else if (alone !== undefined) note(flag, alone);
        else note(flag, rest || (typed[++index] ?? ''));
        letters = alone !== undefined && !rest.startsWith('=') ? rest : '';
      }
    } else words.push(word);
  }
  return ['kubectl', ...words, ...given].join(' ');
}
