import { ageColumn, integer, nameColumn, text } from '../columns.ts';
import { define } from '../define.ts';
import type { ControllerRevision } from '../objects.ts';

/** A past template of a StatefulSet or DaemonSet. */
export const controllerRevisions = define<ControllerRevision>('apps/v1', 'controllerrevisions', {
  columns: [nameColumn, text('Controller', controllerOf), integer('Revision', ({ revision }) => revision), ageColumn],
});

function controllerOf({ metadata }: ControllerRevision): string {
  const owner = metadata.ownerReferences?.find(({ controller }) => controller);
  if (!owner) return '<none>';
  const [group, version] = owner.apiVersion.split('/');
  return version ? `${owner.kind.toLowerCase()}.${group}/${owner.name}` : `${owner.kind.toLowerCase()}/${owner.name}`;
}
