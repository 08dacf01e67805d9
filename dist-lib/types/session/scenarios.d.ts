/** Where a session can start. A scenario is a script that runs on a fresh cluster before the learner's first prompt. */
import type { Image } from '../node/images/image.ts';
export interface Scenario {
    readonly id: string;
    /** Key of its title in the page's texts. */
    readonly titleKey: string;
    /** Shell lines run before the first prompt; each must succeed. */
    readonly setup: readonly string[];
    /** Added to the environment of its terminals. */
    readonly environment: Readonly<Record<string, string>>;
    /** Files of the laptop by absolute path, there before the set-up runs. */
    readonly files?: Readonly<Record<string, string>>;
    /** Images that can be pulled beside the built-in ones. */
    readonly images?: readonly Image[];
}
export declare const scenarios: readonly Scenario[];
