/** apply view-last-applied, set-last-applied, edit-last-applied */
import type { Command } from '../../cli/command.ts';
import { DRY_RUN, FIELD_MANAGER, FILENAME, filenameFlags, printFlags, SELECTOR, VALIDATE } from '../../cli/shared-flags.ts';
import { completeTypeAndName } from '../../completion/live.ts';
import { editObjects } from '../../editor.ts';
import { CommandError } from '../../errors.ts';
import { type JsonObject, metadataOf, withValue } from '../../json.ts';
import { marshalJson, printJson } from '../../output/json.ts';
import { printYaml } from '../../output/yaml.ts';
import { dryRunOf, resultPrinter } from '../../printer.ts';
import { builderOptions, requireObjects, select } from '../../resource/builder.ts';
import { pathOf } from '../../resource/mapper.ts';
import { LAST_APPLIED, lastAppliedText, visitAll, writeQuery } from '../common.ts';
import { lastApplied } from './client-side.ts';

export const viewLastApplied: Command = {
  name: 'view-last-applied',
  usage: 'view-last-applied (TYPE [NAME | -l label] | TYPE/NAME | -f FILENAME)',
  short: 'View the latest last-applied-configuration annotations of a resource/object',
  examples: [['Show what was last applied to a service', 'kubectl apply view-last-applied service/web']],
  flags: [
    {
      name: 'output',
      shorthand: 'o',
      type: 'string',
      default: 'yaml',
      usage: 'Output format. Must be one of (yaml, json)',
      values: ['yaml', 'json'],
    },
    SELECTOR,
    { name: 'all', type: 'bool', usage: 'Select all resources in the namespace of the specified resource types' },
    ...filenameFlags('Filename, directory, or URL to files that contains the last-applied-configuration annotations'),
  ],
  complete: completeTypeAndName,
  *run(invocation) {
    const { flags, args } = invocation;
    const objects = yield* requireObjects(invocation, yield* select(invocation, yield* builderOptions(invocation, args)));
    for (const { object } of objects) {
      const config = lastApplied(object);
      if (!config) continue;
      const output = flags.string('output');
      if (output === 'json') yield* invocation.out(`${printJson(config, '  ')}\n`);
      else if (output === 'yaml') yield* invocation.out(printYaml(config));
      else throw invocation.usageError(`Unexpected -o output mode: ${output}, the flag 'output' must be one of yaml|json`);
    }
  },
};

export const setLastApplied: Command = {
  name: 'set-last-applied',
  usage: 'set-last-applied -f FILENAME',
  short: 'Set the last-applied-configuration annotation on a live object to match the contents of a file',
  examples: [['Note the content of a file as what was last applied', 'kubectl apply set-last-applied -f web.yaml']],
  flags: [
    ...printFlags(),
    DRY_RUN,
    {
      name: 'create-annotation',
      type: 'bool',
      usage: "Will create 'last-applied-configuration' annotations if current objects doesn't have one",
    },
    FILENAME('Filename, directory, or URL to files that contains the last-applied-configuration annotations'),
  ],
  *run(invocation) {
    const dryRun = yield* dryRunOf(invocation);
    const print = yield* resultPrinter(invocation, dryRun);
    const { infos } = yield* select(invocation, yield* builderOptions(invocation, []));
    const client = yield* invocation.client();
    yield* visitAll(infos, function* ({ mapping, namespace, name, object = {} }) {
      const path = pathOf(mapping, namespace, name);
      const live = yield* client.get(path);
      // Other than apply's, this text has no `annotations: {}` of its own.
      const own =
        metadataOf(object).annotations === undefined ? object : withValue(object, ['metadata', 'annotations', LAST_APPLIED], undefined);
      const text = `${marshalJson(own)}\n`;
      const before = metadataOf(live).annotations?.[LAST_APPLIED];
      if (before === undefined && !invocation.flags.bool('create-annotation')) {
        throw new CommandError(
          `no last-applied-configuration annotation found on resource: ${name}, to create the annotation, run the command with --create-annotation`,
        );
      }
      if (before === text) return yield* invocation.out(`set-last-applied ${name}: no changes required.\n`);
      const patch: JsonObject = { metadata: { annotations: { [LAST_APPLIED]: text } } };
      yield* print(dryRun === 'client' ? live : yield* client.patch(path, 'merge', patch, writeQuery(dryRun)), 'configured');
    });
  },
};

export const editLastApplied: Command = {
  name: 'edit-last-applied',
  usage: 'edit-last-applied (RESOURCE/NAME | -f FILENAME)',
  short: 'Edit latest last-applied-configuration annotations of a resource/object',
  examples: [['Edit what was last applied to a deployment', 'kubectl apply edit-last-applied deploy/web']],
  flags: [
    ...printFlags(),
    ...filenameFlags('Filename, directory, or URL to files to use to edit the resource'),
    FIELD_MANAGER('kubectl-client-side-apply'),
    VALIDATE,
    { name: 'windows-line-endings', type: 'bool', usage: 'Defaults to the line ending native to your platform.' },
  ],
  complete: completeTypeAndName,
  *run(invocation) {
    const objects = yield* requireObjects(invocation, yield* select(invocation, yield* builderOptions(invocation, invocation.args)));
    const configs = objects.flatMap((info) => {
      const config = lastApplied(info.object);
      return config ? [{ ...info, object: config }] : [];
    });
    if (configs.length === 0) {
      throw new CommandError(
        'no last-applied-configuration annotation found on resources, to create the annotation, use command `kubectl apply set-last-applied --create-annotation`',
      );
    }
    const client = yield* invocation.client();
    yield* editObjects(invocation, configs, 'last-applied', (info, _before, after) =>
      client.patch(pathOf(info.mapping, info.namespace, info.name), 'merge', {
        metadata: { annotations: { [LAST_APPLIED]: lastAppliedText(after) } },
      }),
    );
  },
};
