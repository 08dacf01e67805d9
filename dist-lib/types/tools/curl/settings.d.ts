export declare const HINT = "curl: try 'curl --help' or 'curl --manual' for more information";
export interface Settings {
    readonly urls: readonly string[];
    has(name: string): boolean;
    get(name: string): string | undefined;
    all(name: string): readonly string[];
    /** Everything given, in order, as [option, argument]. */
    readonly given: readonly (readonly [string, string])[];
}
/** Reads curl's arguments. Throws Failure with curl's words. */
export declare function parseSettings(args: readonly string[]): Settings;
/** `--help`: the options that people use. */
export declare const HELP = "Usage: curl [options...] <url>\n -d, --data <data>           HTTP POST data\n -f, --fail                  Fail fast with no output on HTTP errors\n -h, --help <subject>        Get help for commands\n -o, --output <file>         Write to file instead of stdout\n -O, --remote-name           Write output to file named as remote file\n -i, --show-headers          Show response headers in output\n -s, --silent                Silent mode\n -T, --upload-file <file>    Transfer local FILE to destination\n -u, --user <user:password>  Server user and password\n -A, --user-agent <name>     Send User-Agent <name> to server\n -v, --verbose               Make the operation more talkative\n -V, --version               Show version number and quit\n\nThis is not the full help; this menu is split into categories.\nUse \"--help category\" to get an overview of all categories, which are:\nauth, connection, curl, deprecated, dns, file, ftp, global, http, imap, ldap, \noutput, pop3, post, proxy, scp, sftp, smtp, ssh, ssl, telnet, tftp, timeout, \ntls, upload, verbose.\nUse \"--help all\" to list all options\nUse \"--help [option]\" to view documentation for a given option\n";
