/** create deployment, job, cronjob */

import { generateNameSuffix } from '../../../api/values/hash.ts';
import { random } from '../../../kernel/sys.ts';
import type { Sys } from '../../../kernel/types.ts';
import { CommandError } from '../../errors.ts';
import type { Invocation } from '../../invocation.ts';
import { at, type JsonObject, metadataOf } from '../../json.ts';
import { builderOptions, requireObjects, select } from '../../resource/builder.ts';
import { generatorCommand } from './generator.ts';

const PORT_UNSET = -1;

export const deployment = generatorCommand({
  name: 'deployment',
  aliases: ['deploy'],
  usage: 'deployment NAME --image=image -- [COMMAND] [args...]',
  short: 'Create a deployment with the specified name',
  examples: [
    ['Create a deployment named web that runs the nginx image', 'kubectl create deployment web --image=nginx'],
    ['Create a deployment with a command', 'kubectl create deployment beat --image=busybox -- sh -c "while true; do date; sleep 5; done"'],
    ['Create a deployment of three replicas that expose port 8080', 'kubectl create deployment web --image=nginx --replicas=3 --port=8080'],
  ],
  flags: [
    {
      name: 'image',
      type: 'slice',
      required: true,
      usage: 'Image names to run. A deployment can have multiple images set for multi-container pod.',
    },
    { name: 'port', type: 'int', default: String(PORT_UNSET), usage: 'The containerPort that this deployment exposes.' },
    { name: 'replicas', shorthand: 'r', type: 'int', default: '1', usage: 'Number of replicas to create. Default is 1.' },
  ],
  failure: 'failed to create deployment',
  *build({ flags, args }, name) {
    const images = flags.list('image');
    const command = args.slice(1);
    if (images.length > 1 && command.length > 0) throw new CommandError('cannot specify multiple --image options and command');
    const containers: JsonObject[] = [];
    for (const image of images) {
      containers.push({ image, name: yield* containerName(image), command: command.length > 0 ? command : undefined, resources: {} });
    }
    if (flags.int('port') >= 0 && containers[0]) containers[0] = { ...containers[0], ports: [{ containerPort: flags.int('port') }] };
    const labels = { app: name };
    return {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { labels, name },
      spec: {
        replicas: flags.int('replicas'),
        selector: { matchLabels: labels },
        strategy: {},
        template: { metadata: { labels }, spec: { containers } },
      },
      status: {},
    };
  },
});

/** The last part of an image's path; dots and underscores become dashes, and a random end keeps it unique. */
function* containerName(image: string): Sys<string> {
  const last = image.slice(image.lastIndexOf('/') + 1);
  const name = (last.split(':')[0] as string).split('@')[0] as string;
  if (!/[_.]/.test(name)) return name;
  const digits: number[] = [];
  for (let index = 0; index < 5; index++) digits.push(yield* random());
  return `${name.replace(/[_.]/g, '-')}-${generateNameSuffix((n) => Math.floor((digits.pop() ?? 0) * n))}`;
}

export const job = generatorCommand({
  name: 'job',
  usage: 'job NAME --image=image [--from=cronjob/name] -- [COMMAND] [args...]',
  short: 'Create a job with the specified name',
  examples: [
    ['Create a job that prints the date', 'kubectl create job now --image=busybox -- date'],
    ['Run the job of a cron job now', 'kubectl create job now --from=cronjob/nightly'],
  ],
  flags: [
    { name: 'image', type: 'string', usage: 'Image name to run.' },
    { name: 'from', type: 'string', usage: 'The name of the resource to create a Job from (only CronJob is supported).' },
  ],
  failure: 'failed to create job',
  *build(invocation, name) {
    const { flags, args } = invocation;
    const [image, from] = [flags.string('image'), flags.string('from')];
    if ((image === '') === (from === '')) throw new CommandError('either --image or --from must be specified');
    const command = args.slice(1);
    if (command.length > 0 && from !== '') throw new CommandError('cannot specify --from and command');
    if (from !== '') return yield* jobFromCronJob(invocation, name, from);
    const container = { name, image, command: command.length > 0 ? command : undefined, resources: {} };
    return {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name },
      spec: { template: { metadata: {}, spec: { containers: [container], restartPolicy: 'Never' } } },
      status: {},
    };
  },
});

function* jobFromCronJob(invocation: Invocation, name: string, from: string): Sys<JsonObject> {
  const options = yield* builderOptions(invocation, [from], { filenames: [], labelSelector: '' });
  const [found] = yield* requireObjects(invocation, yield* select(invocation, options));
  if (!found) throw new CommandError('from must be an existing cronjob');
  if (found.mapping.kind !== 'CronJob') throw new CommandError(`unknown object type *v1.${found.mapping.kind}`);
  const template = at(found.object, 'spec', 'jobTemplate') as JsonObject;
  const { labels, annotations } = metadataOf(template);
  const owner = metadataOf(found.object);
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      annotations: { 'cronjob.kubernetes.io/instantiate': 'manual', ...annotations },
      labels,
      name,
      ownerReferences: [{ apiVersion: 'batch/v1', controller: true, kind: 'CronJob', name: owner.name, uid: owner.uid }],
    },
    spec: template['spec'],
    status: {},
  };
}

export const cronjob = generatorCommand({
  name: 'cronjob',
  aliases: ['cj'],
  usage: "cronjob NAME --image=image --schedule='0/5 * * * ?' -- [COMMAND] [args...] [flags]",
  short: 'Create a cron job with the specified name',
  examples: [
    ['Create a cron job that prints the date every minute', 'kubectl create cronjob tick --image=busybox --schedule="*/1 * * * *" -- date'],
  ],
  flags: [
    { name: 'image', type: 'string', required: true, usage: 'Image name to run.' },
    { name: 'schedule', type: 'string', required: true, usage: 'A schedule in the Cron format the job should be run with.' },
    { name: 'restart', type: 'string', usage: "job's restart policy. supported values: OnFailure, Never", values: ['OnFailure', 'Never'] },
  ],
  failure: 'failed to create cronjob',
  // biome-ignore lint/correctness/useYield: one of several that are generators
  *build({ flags, args }, name) {
    const command = args.slice(1);
    const container = { name, image: flags.string('image'), command: command.length > 0 ? command : undefined, resources: {} };
    const podSpec = { containers: [container], restartPolicy: flags.string('restart') || 'OnFailure' };
    return {
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name },
      spec: {
        jobTemplate: { metadata: { name }, spec: { template: { metadata: {}, spec: podSpec } } },
        schedule: flags.string('schedule'),
      },
      status: {},
    };
  },
});
