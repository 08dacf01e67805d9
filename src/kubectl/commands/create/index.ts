/** create: from files, or one of its subcommands */
import { load } from '../../../kernel/sys.ts';
import type { CommandBody } from '../../cli/command.ts';
import { DRY_RUN, FIELD_MANAGER, filenameFlags, printFlags, SAVE_CONFIG, SELECTOR, VALIDATE } from '../../cli/shared-flags.ts';
import { editObjects } from '../../editor.ts';
import { CommandError, isRefusal } from '../../errors.ts';
import { dryRunOf, resultPrinter, wireFormat } from '../../printer.ts';
import { RECORD, recorded } from '../../record.ts';
import { builderOptions, select } from '../../resource/builder.ts';
import { readSources } from '../../resource/files.ts';
import { pathOf } from '../../resource/mapper.ts';
import { fieldValidation, rawPath, visitAll, withLastApplied, writeQuery } from '../common.ts';
import { clusterrole, clusterrolebinding, role, rolebinding, serviceaccount, token } from './access.ts';
import { configmap, createSecret } from './data.ts';
import { ingress, namespace, poddisruptionbudget, priorityclass, quota } from './others.ts';
import { createService } from './service.ts';
import { cronjob, deployment, job } from './workloads.ts';

export const create: CommandBody = {
  usage: 'create -f FILENAME',
  long: 'Create a resource from a file or from stdin.\n\n JSON and YAML formats are accepted.',
  examples: [
    ['Create what a file describes', 'kubectl create -f ./pod.json'],
    ['Create what standard input describes', 'cat pod.json | kubectl create -f -'],
  ],
  flags: [
    ...filenameFlags('Filename, directory, or URL to files to use to create the resource'),
    VALIDATE,
    { name: 'edit', type: 'bool', usage: 'Edit the API resource before creating' },
    {
      name: 'windows-line-endings',
      type: 'bool',
      usage: 'Only relevant if --edit=true. Defaults to the line ending native to your platform.',
    },
    SAVE_CONFIG,
    RECORD,
    DRY_RUN,
    SELECTOR,
    { name: 'raw', type: 'string', usage: 'Raw URI to POST to the server.  Uses the transport specified by the kubeconfig file.' },
    FIELD_MANAGER('kubectl-create'),
    ...printFlags(),
  ],
  commands: [
    namespace,
    quota,
    createSecret,
    configmap,
    serviceaccount,
    createService,
    deployment,
    clusterrole,
    clusterrolebinding,
    role,
    rolebinding,
    poddisruptionbudget,
    priorityclass,
    job,
    cronjob,
    ingress,
    token,
  ],
  run: function* (invocation) {
    const { flags, args } = invocation;
    if (args.length > 0) throw invocation.usageError(`Unexpected args: [${args.join(' ')}]`);
    const dryRun = yield* dryRunOf(invocation);
    const print = yield* resultPrinter(invocation, dryRun);
    const validation = fieldValidation(invocation);
    const filenames = flags.list('filename');
    if (filenames.length === 0 && flags.string('kustomize') === '') throw new CommandError('must specify one of -f and -k');
    if (flags.string('raw') !== '') {
      const [source] = (yield* readSources(filenames, false)).sources;
      const { body } = yield* (yield* invocation.client()).send({
        method: 'POST',
        path: rawPath(invocation),
        body: source?.text ?? '',
        headers: { 'content-type': 'application/json' },
      });
      yield* invocation.out(typeof body === 'string' ? body : (yield* load(wireFormat)).wireText(body, false));
      return;
    }
    const { infos, errors = [] } = yield* select(invocation, yield* builderOptions(invocation, [], { validate: validation !== 'Ignore' }));
    const client = yield* invocation.client();
    if (flags.bool('edit')) {
      return yield* visitAll(
        infos,
        (info) =>
          editObjects(invocation, [{ ...info, object: info.object ?? {} }], 'create', ({ mapping, namespace: ns }, _before, after) =>
            client.create(pathOf(mapping, ns), after, { fieldValidation: validation }),
          ),
        errors,
      );
    }
    yield* visitAll(
      infos,
      function* ({ mapping, namespace: ns, object = {}, source }) {
        let made = recorded(invocation, flags.bool('save-config') ? withLastApplied(object) : object);
        if (dryRun !== 'client') {
          try {
            made = yield* client.create(pathOf(mapping, ns), made, writeQuery(dryRun, { fieldValidation: validation }));
          } catch (error) {
            throw isRefusal(error) ? error.withMessage(`error when creating ${JSON.stringify(source)}: ${error.message}`) : error;
          }
        }
        yield* print(made, 'created');
      },
      errors,
    );
    if (infos.length === 0) throw new CommandError('no objects passed to create');
  },
};
