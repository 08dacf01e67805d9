/** The schema of a custom kind, read off its CustomResourceDefinition, in the form of the server's own: for explain. */
import type { Sys } from '../kernel/types.ts';
import { type CustomSchema, describedSchema } from '../kinds/customresourcedefinition/described.ts';
import type { CustomResourceDefinition } from '../kinds/types.gen.ts';
import { StatusError } from './errors.ts';
import type { Invocation } from './invocation.ts';

/** The schema of `crontabs` in the group and version; undefined where no definition of that name is to be had. */
export function* customSchema(invocation: Invocation, resource: string, group: string, version: string): Sys<CustomSchema | undefined> {
  try {
    const client = yield* invocation.client();
    const crd = yield* client.get<CustomResourceDefinition>(`/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${resource}.${group}`);
    return describedSchema(crd, version);
  } catch (error) {
    if (error instanceof StatusError) return undefined;
    throw error;
  }
}
