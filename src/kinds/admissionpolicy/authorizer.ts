/** Types of the variables of policies: `authorizer`, what the one who asks may do (source: apiserver/pkg/cel/library/authz.go), and `jsonpatch`. */
import type { Environment } from '@marcbachmann/cel-js';
import { type Attributes, allowance } from '../../api/authorize.ts';
import type { UserInfo } from '../../api/types.ts';
import type { World } from '../../world/world.ts';

export class Authorizer {
  readonly world: World;
  readonly user: UserInfo;
  /** The object of the request itself. */
  readonly requestResource: ResourceCheck;

  constructor(world: World, user: UserInfo, request: Partial<Attributes> = {}) {
    this.world = world;
    this.user = user;
    this.requestResource = new ResourceCheck(this, request);
  }
}

/** A question that only lacks its verb. */
class ResourceCheck {
  readonly of: { readonly world: World; readonly user: UserInfo };
  readonly asked: Partial<Attributes>;

  constructor(of: ResourceCheck['of'], asked: Partial<Attributes>) {
    this.of = of;
    this.asked = asked;
  }

  with(more: Partial<Attributes>): ResourceCheck {
    return new ResourceCheck(this.of, { ...this.asked, ...more });
  }

  check(verb: string): Decision {
    const { world, user } = this.of;
    return new Decision(allowance(world, user, { group: '', resource: '', ...this.asked, verb }));
  }
}

/** Of a path, and of a group whose resource is not said yet: both end as a check. */
class PathCheck extends ResourceCheck {}
class GroupCheck extends ResourceCheck {}

class Decision {
  readonly why: string | undefined;

  constructor(why: string | undefined) {
    this.why = why;
  }
}

/** The variable `jsonpatch`: keys as they stand in the paths of a JSON patch. */
export class JsonPatchLibrary {
  escapeKey(key: string): string {
    return key.replaceAll('~', '~0').replaceAll('/', '~1');
  }
}

/** Teaches the language what policies have besides. */
export function addPolicyTypes(environment: Environment): void {
  environment
    .registerType('JsonPatchLibrary', { ctor: JsonPatchLibrary, fields: {} })
    .registerFunction('JsonPatchLibrary.escapeKey(string): string', (library: JsonPatchLibrary, key: string) => library.escapeKey(key))
    .registerType('ResourceCheck', { ctor: ResourceCheck, fields: {} })
    .registerType('PathCheck', { ctor: PathCheck, fields: {} })
    .registerType('GroupCheck', { ctor: GroupCheck, fields: {} })
    .registerType('Decision', { ctor: Decision, fields: {} })
    .registerType('Authorizer', { ctor: Authorizer, fields: { requestResource: 'ResourceCheck' } })
    .registerFunction('Authorizer.path(string): PathCheck', (of: Authorizer, path: string) => new PathCheck(of, { path }))
    .registerFunction('Authorizer.group(string): GroupCheck', (of: Authorizer, group: string) => new GroupCheck(of, { group }))
    .registerFunction('Authorizer.serviceAccount(string, string): Authorizer', (of: Authorizer, namespace: string, name: string) => {
      const groups = ['system:serviceaccounts', `system:serviceaccounts:${namespace}`, 'system:authenticated'];
      return new Authorizer(of.world, { username: `system:serviceaccount:${namespace}:${name}`, groups });
    })
    .registerFunction(
      'GroupCheck.resource(string): ResourceCheck',
      (check: GroupCheck, resource: string) => new ResourceCheck(check.of, { ...check.asked, resource }),
    )
    .registerFunction('ResourceCheck.subresource(string): ResourceCheck', (check: ResourceCheck, subresource: string) =>
      check.with({ subresource }),
    )
    .registerFunction('ResourceCheck.namespace(string): ResourceCheck', (check: ResourceCheck, namespace: string) =>
      check.with({ namespace }),
    )
    .registerFunction('ResourceCheck.name(string): ResourceCheck', (check: ResourceCheck, name: string) => check.with({ name }))
    .registerFunction('ResourceCheck.check(string): Decision', (check: ResourceCheck, verb: string) => check.check(verb))
    .registerFunction('PathCheck.check(string): Decision', (check: PathCheck, verb: string) => check.check(verb))
    .registerFunction('Decision.allowed(): bool', ({ why }: Decision) => why !== undefined)
    .registerFunction('Decision.reason(): string', ({ why }: Decision) => why ?? '')
    .registerFunction('Decision.errored(): bool', () => false)
    .registerFunction('Decision.error(): string', () => '');
}
