import { type Tool } from '../tool.ts';
export declare const ping: Tool;
/** nc: looks whether a port is open (-z), or sends standard input and prints the answer. Servers here speak HTTP. */
export declare const nc: Tool;
export declare const telnet: Tool;
export declare const traceroute: Tool;
