/** completion, plugin, options, kustomize, certificate, alpha, kuberc: small commands, and those that make no sense here and say so */
import type { CommandBody } from '../cli/command.ts';
export declare const completion: CommandBody;
export declare const plugin: CommandBody;
export declare const options: CommandBody;
export declare const kustomize: CommandBody;
export declare const certificate: CommandBody;
export declare const kuberc: CommandBody;
export declare const alpha: CommandBody;
