/** The API server's place in the network: https at the first node's port 8443, and so at the Service `kubernetes`. */
import type { ApiRequest, ApiResponse } from '../api/types.ts';
import type { Network } from './network.ts';
/** Lets requests over the network reach the API server. `handle` is ApiServer.handle. */
export declare function serveApi(network: Network, handle: (request: ApiRequest) => ApiResponse): void;
