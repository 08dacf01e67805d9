import type { KindContext } from '../../api/kind.ts';
import type { PolicyRule } from '../types.gen.ts';
/**
 * Throws Forbidden when the context's user may grant neither because of the verb (`escalate` on the role, `bind` on the role that is
 * bound) nor because he has the rules himself.
 */
export declare function refuseEscalation({ world, user, trusted }: KindContext, about: {
    readonly plural: string;
    readonly name: string;
    readonly namespace: string;
}, verb: {
    readonly name: 'escalate' | 'bind';
    readonly resource: string;
    readonly role: string;
}, rules: readonly PolicyRule[]): void;
