/** nginx's configuration language: a tree of directives, and from it the servers and locations that nginx.ts answers for. */
export interface Directive {
    readonly name: string;
    readonly args: readonly string[];
    readonly block: readonly Directive[] | undefined;
    readonly line: number;
}
export interface Location {
    readonly match: '' | '=' | '~' | '~*' | '^~';
    readonly path: string;
    readonly directives: readonly Directive[];
}
export interface VirtualServer {
    readonly ports: readonly number[];
    readonly names: readonly string[];
    readonly directives: readonly Directive[];
    readonly locations: readonly Location[];
}
/** A fault in the text; the message ends as nginx prints it: `... in /etc/nginx/conf.d/x.conf:3`. */
export declare class ConfigError extends Error {
}
/** Reads the text of a configuration file. Throws ConfigError. */
export declare function parseConfig(text: string, file: string): Directive[];
/** The virtual servers of the files' directives, in order. */
export declare function serversOf(directives: readonly Directive[]): VirtualServer[];
/** The location that answers for a path: exact, then `^~` and the longest prefix, regular expressions in between as nginx has it. */
export declare function locationFor(server: VirtualServer, path: string): Location | undefined;
