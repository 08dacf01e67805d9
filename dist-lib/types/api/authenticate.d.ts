/** Who asks: the bearer of a token, the user that came with the request, or one whom that user may impersonate. */
import type { World } from '../world/world.ts';
import type { ApiRequest, UserInfo } from './types.ts';
/** Throws Unauthorized for a token that is not valid, Forbidden for an impersonation that is not allowed. */
export declare function authenticate(world: World, { user, headers }: ApiRequest): UserInfo;
