/** edit */
import type { CommandBody } from '../cli/command.ts';
import { FIELD_MANAGER, filenameFlags, printFlags, SAVE_CONFIG, SUBRESOURCE, VALIDATE } from '../cli/shared-flags.ts';
import { completeTypeAndName } from '../completion/live.ts';
import { editObjects } from '../editor.ts';
import { CommandError } from '../errors.ts';
import { marshalJson } from '../output/json.ts';
import { createMergePatch, createStrategicPatch, hasSchema } from '../patch/diff.ts';
import { RECORD } from '../record.ts';
import { builderOptions, MISSING_RESOURCE, requireObjects, select } from '../resource/builder.ts';
import { pathOf } from '../resource/mapper.ts';
import { fieldValidation } from './common.ts';

export const edit: CommandBody = {
  usage: 'edit (RESOURCE/NAME | -f FILENAME)',
  long: 'Open resources in an editor, and send what was changed. The editor is the one that KUBE_EDITOR or EDITOR names, or vi. Where the server does not take a change, the editor opens again and shows why.',
  examples: [
    ['Edit the service web', 'kubectl edit svc/web'],
    ['Use another editor', 'KUBE_EDITOR="nano" kubectl edit svc/web'],
    ['Edit a deployment as JSON', 'kubectl edit deployment/web -o json'],
  ],
  flags: [
    ...filenameFlags('Filename, directory, or URL to files to use to edit the resource'),
    ...printFlags(),
    VALIDATE,
    { name: 'output-patch', type: 'bool', usage: 'Output the patch if the resource is edited.' },
    { name: 'windows-line-endings', type: 'bool', usage: 'Defaults to the line ending native to your platform.' },
    SAVE_CONFIG,
    RECORD,
    FIELD_MANAGER('kubectl-edit'),
    SUBRESOURCE,
  ],
  complete: completeTypeAndName,
  *run(invocation) {
    const { flags, args } = invocation;
    const validation = fieldValidation(invocation);
    if (args.length === 0 && flags.list('filename').length === 0 && flags.string('kustomize') === '')
      throw new CommandError(MISSING_RESOURCE);
    const output = flags.string('output');
    if (!['', 'json', 'kyaml', 'yaml'].includes(output))
      throw new CommandError(
        `unable to match a printer suitable for the output format ${JSON.stringify(output)}, allowed formats are: json,kyaml,yaml`,
      );
    const subresource = flags.string('subresource');
    const selection = yield* select(invocation, yield* builderOptions(invocation, args, { allowEmptySelector: true, subresource }));
    const objects = yield* requireObjects(invocation, selection);
    if (objects.length === 0) throw new CommandError('edit cancelled, no objects found');
    const client = yield* invocation.client();
    yield* editObjects(invocation, objects, 'object', function* (info, before, after) {
      const strategic = hasSchema(before);
      const patch = strategic ? createStrategicPatch(before, after) : createMergePatch(before, after);
      if (flags.bool('output-patch')) yield* invocation.out(`Patch: ${marshalJson(patch)}\n`);
      return yield* client.patch(pathOf(info.mapping, info.namespace, info.name, subresource), strategic ? 'strategic' : 'merge', patch, {
        fieldValidation: validation,
      });
    });
  },
};
