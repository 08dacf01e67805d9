import type { KindContext } from '../../api/kind.ts';
import type { Service } from '../objects.ts';
/** The Service with its cluster IP and node ports, which are its own from now on; what the old version no longer uses is free again. */
export declare function allocate(service: Service, old: Service | undefined, context: KindContext): Service;
/** Gives back what the Service had. */
export declare function release(service: Service, { world }: KindContext): void;
