/** minikube image: the images that the nodes have. */
import { sleep, write } from '../../kernel/sys.ts';
import type { Command } from '../cli.ts';
import { ask } from '../nodes.ts';
import { ExitError, table, usageError } from '../output.ts';
import type { NodeImage } from '../types.ts';

const LOAD_MS = 900;

const ls: Command = {
  name: 'ls',
  short: 'List images',
  flags: [{ name: 'format', type: 'string', default: 'short', usage: 'Format output. One of: short|table|json|yaml' }],
  *run({ flags }) {
    const images = [...(yield* ask<readonly NodeImage[]>({ op: 'images' }))].sort((a, b) => (a.ref < b.ref ? -1 : 1));
    const fields = ({ ref, id, size }: NodeImage) => ({
      id: id.replace(/^.*sha256:/, ''),
      repoDigests: [id],
      repoTags: [ref],
      size: String(size),
    });
    switch (flags['format']) {
      case 'short':
        yield* write(1, images.map(({ ref }) => `${ref}\n`).join(''));
        return 0;
      case 'json':
        yield* write(1, `${JSON.stringify(images.map(fields))}\n`);
        return 0;
      case 'yaml':
        yield* write(
          1,
          images
            .map(fields)
            .map(
              ({ id, repoDigests, repoTags, size }) =>
                `- id: ${id}\n  repoDigests:\n    - ${repoDigests[0]}\n  repoTags:\n    - ${repoTags[0]}\n  size: "${size}"\n`,
            )
            .join(''),
        );
        return 0;
      case 'table': {
        const rows = images.map(({ ref, id, size }) => {
          const colon = ref.lastIndexOf(':');
          return [ref.slice(0, colon), ref.slice(colon + 1), id.replace(/^.*sha256:/, '').slice(0, 13), sizeText(size)];
        });
        yield* write(1, table(['IMAGE', 'TAG', 'IMAGE ID', 'SIZE'], rows));
        return 0;
      }
      default:
        throw usageError(`invalid format: ${flags['format']}. Valid values: 'short', 'table', 'json', 'yaml'`);
    }
  },
};

/** `45.9MB` */
function sizeText(bytes: number): string {
  if (bytes < 1e6) return `${Number((bytes / 1e3).toPrecision(3))}kB`;
  return `${Number((bytes / 1e6).toPrecision(3))}MB`;
}

const fetching = (name: string, short: string): Command => ({
  name,
  usage: `IMAGE [flags] [options]`,
  short,
  *run({ args }) {
    if (args.length === 0)
      throw usageError('Please provide an image in your local daemon to load into minikube via <minikube image load IMAGE_NAME>');
    for (const image of args) {
      yield* sleep(LOAD_MS);
      const problem = yield* ask<string>({ op: 'load', image });
      if (problem !== '') throw new ExitError('GUEST_IMAGE_LOAD', 80, `Failed to load image: ${problem}`);
    }
    return 0;
  },
});

const rm: Command = {
  name: 'rm',
  usage: 'IMAGE [IMAGE...] [flags] [options]',
  short: 'Remove one or more images',
  *run({ args }) {
    if (args.length === 0) throw usageError('Please provide an image to remove via <minikube image rm IMAGE_NAME>');
    for (const image of args) yield* ask({ op: 'unload', image });
    return 0;
  },
};

export const image: Command = {
  name: 'image',
  usage: 'COMMAND',
  short: 'Manage images',
  group: 'Images Commands:',
  commands: [fetching('load', 'Load an image into minikube'), ls, { ...ls, name: 'list' }, fetching('pull', 'Pull images'), rm],
};
