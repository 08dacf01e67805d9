/**
 * Colours for what kubectl prints on a terminal: states by what they mean, keys of YAML and describe, headings. Only escape sequences
 * are added, so columns stay where they are. kubectl itself prints none; people use a wrapper for it.
 */
const GREEN = '\x1b[32m';
const YELLOW = '\x1b[33m';
const RED = '\x1b[31m';
const CYAN = '\x1b[36m';
const MAGENTA = '\x1b[35m';
const BOLD = '\x1b[1m';
const END = '\x1b[0m';

const GOOD = 'Running|Ready|Active|Bound|Available|Healthy|Complete|Completed|Succeeded|Normal|Deployed|Approved,Issued';
const WAITING =
  'Pending|ContainerCreating|PodInitializing|Terminating|NotReady|SchedulingDisabled|Released|Suspended|Progressing|Init:\\d+/\\d+|Paused|Waiting';
const WRONG =
  'Error|CrashLoopBackOff|ImagePullBackOff|ErrImagePull|ErrImageNeverPull|InvalidImageName|CreateContainerConfigError|CreateContainerError|RunContainerError|' +
  'OOMKilled|Evicted|Failed|Unknown|Lost|Warning|BackOff|FailedScheduling|FailedMount|Unhealthy|Degraded|Denied|StartError|DeadlineExceeded|' +
  'Init:(?:Error|CrashLoopBackOff|ImagePullBackOff|ErrImagePull)';
const STATE = new RegExp(`(?<=^|\\s|,)(?:(${GOOD})|(${WAITING})|(${WRONG}))(?=$|\\s|,)`, 'g');

const states = (line: string): string =>
  line
    .replace(STATE, (word, good?: string, waiting?: string) => `${good ? GREEN : waiting ? YELLOW : RED}${word}${END}`)
    .replace(/(?<=\s)(\d+)\/(\d+)(?=\s)/g, (all, ready: string, wanted: string) => (ready === wanted ? all : `${YELLOW}${all}${END}`));

/** A value of YAML or JSON. */
function value(text: string): string {
  const plain = text.replace(/,$/, '');
  const colour = /^(?:-?\d[\d.e+]*|true|false|null)$/.test(plain) ? MAGENTA : /^["']/.test(plain) ? GREEN : '';
  return colour === '' ? text : `${colour}${plain}${END}${text.slice(plain.length)}`;
}

function paintLine(line: string): string {
  // YAML: `  - key: value`
  const yaml = /^(\s*(?:- )*)([\w./-]+|"[^"]+")(:)(?:( )(.*))?$/.exec(line);
  if (yaml) {
    const [, lead = '', key = '', colon = '', gap = '', rest = ''] = yaml;
    return `${lead}${CYAN}${key}${END}${colon}${gap}${value(rest)}`;
  }
  // JSON: `  "key": value,`
  const json = /^(\s*)("(?:[^"\\]|\\.)*")(: )(.*)$/.exec(line);
  if (json) return `${json[1]}${CYAN}${json[2]}${END}${json[3]}${/^[[{]/.test(json[4] ?? '') ? json[4] : value(json[4] ?? '')}`;
  // describe: `Name:   web`, `  Type   Reason ...`
  const described = /^(\s*)([A-Z][\w ()/-]*:)(\s.*)?$/.exec(line);
  if (described) return `${described[1]}${CYAN}${described[2]}${END}${states(described[3] ?? '')}`;
  // The head of a table.
  if (/^[A-Z][A-Z0-9_()/%-]+(?:\s+[A-Z0-9_()/%-]+)*\s*$/.test(line) && line === line.toUpperCase()) return `${BOLD}${line}${END}`;
  return states(line);
}

/** Text as it goes to the terminal: whole lines, or the part of one. */
export function paint(text: string): string {
  return text.includes('\x1b') ? text : text.split('\n').map(paintLine).join('\n');
}
