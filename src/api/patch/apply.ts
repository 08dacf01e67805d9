import { badRequest } from '../errors.ts';
import type { Call } from '../request.ts';
import type { Context } from '../server.ts';
import type { ApiResponse } from '../types.ts';
import type { PatchTarget } from './index.ts';

export function handleApply(_context: Context, _call: Call, _at: PatchTarget, _subresource: string): ApiResponse {
  throw badRequest('server-side apply is not supported yet');
}
