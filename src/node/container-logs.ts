/**
 * The files of a node where the runtime writes what containers say: /var/log/pods, and the links to them in /var/log/containers. Made when
 * they are looked at (source of names and lines: kubelet's kuberuntime and the log format of the CRI).
 */
import { BUILT, type FileEntry, type FileLayer } from '../kernel/files.ts';
import type { World } from '../world/world.ts';
import { Logs } from './logs.ts';
import { type PodState, podStates, runsOf } from './state.ts';

const PODS = '/var/log/pods';
const LINKS = '/var/log/containers';

interface LogFile {
  /** `default_web_<uid>/nginx/0.log` */
  readonly path: string;
  /** `web_default_nginx-<id>.log` */
  readonly link: string;
  /** Of the log in the world's state. */
  readonly id: string;
  readonly since: number;
}

function logFilesOf(state: PodState): LogFile[] {
  const { namespace, name, uid } = state;
  return state.containers.flatMap((container) =>
    runsOf(container).map(({ id, attempt, since }) => ({
      path: `${namespace}_${name}_${uid}/${container.name}/${attempt}.log`,
      link: `${name}_${namespace}_${container.name}-${id}.log`,
      id: `${uid}/${container.name}/${attempt}`,
      since,
    })),
  );
}

export const ROOT = { uid: 0, gid: 0 };
export const FOLDER: FileEntry = { kind: 'directory', text: '', mode: 0o755, modified: BUILT, owner: ROOT };

export function containerLogs(world: World, node: string): FileLayer {
  const logs = new Logs(world);
  const all = (): LogFile[] => [...podStates(world).peek()].flatMap((state) => (state.node === node ? logFilesOf(state) : []));
  return {
    entry: (path) => {
      if (path.startsWith(`${LINKS}/`)) {
        const found = all().find(({ link }) => path === `${LINKS}/${link}`);
        return found && { kind: 'link', text: `${PODS}/${found.path}`, mode: 0o777, modified: found.since, owner: ROOT };
      }
      if (!path.startsWith(`${PODS}/`)) return undefined;
      const inside = path.slice(PODS.length + 1);
      const files = all();
      const file = files.find((one) => one.path === inside);
      if (file)
        return { kind: 'file', text: logs.lines(file.id), mode: 0o640, modified: logs.writtenAt(file.id) ?? file.since, owner: ROOT };
      return files.some((one) => one.path.startsWith(`${inside}/`)) ? FOLDER : undefined;
    },
    names: (path) => {
      if (path === LINKS) return all().map(({ link }) => link);
      if (path !== PODS && !path.startsWith(`${PODS}/`)) return [];
      const inside = path === PODS ? '' : `${path.slice(PODS.length + 1)}/`;
      const below = all().filter((one) => one.path.startsWith(inside));
      return [...new Set(below.map((one) => one.path.slice(inside.length).split('/')[0] as string))];
    },
  };
}
