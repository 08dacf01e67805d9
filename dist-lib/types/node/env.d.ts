/** The environment of a container: image, service links, envFrom, env with its references. */
import type { Pod } from '../kinds/objects.ts';
import type { Container } from '../kinds/types.gen.ts';
import { type FieldSource } from './fields.ts';
import type { ResolvedImage } from './images/image.ts';
/** A container that cannot be created as it is described; `message` in the kubelet's words (CreateContainerConfigError). */
export declare class ConfigError extends Error {
}
/** All variables, in the order in which `env` shows them. Throws ConfigError. */
export declare function environment(source: FieldSource, container: Container, image: ResolvedImage): Record<string, string>;
export declare function hostnameOf(pod: Pod): string;
/** The data of a ConfigMap in the Pod's namespace. Throws ConfigError when it is missing and not optional. */
export declare function configData(source: FieldSource, name: string, optional: boolean | undefined): Readonly<Record<string, string>>;
/** The decoded data of a Secret, likewise. */
export declare function secretData(source: FieldSource, name: string, optional: boolean | undefined): Readonly<Record<string, string>>;
/** `$(NAME)` becomes the variable's value, `$$` a dollar sign; what is not known stays (third_party/forked/golang/expansion). */
export declare function expand(text: string, known: (name: string) => string | undefined): string;
