/** Flags that many commands share, word for word the same names and defaults as kubectl's. */
import { completeLabelKeys, completeNamespaces } from '../completion/live.ts';
import type { Flag } from './command.ts';

export const DRY_RUN: Flag = {
  name: 'dry-run',
  type: 'string',
  default: 'none',
  noValue: 'unchanged',
  usage:
    'Must be "none", "server", or "client". With client, only show what would be sent; with server, let the API server check it without keeping it.',
  values: ['none', 'client', 'server'],
};

export const FORCE_CONFLICTS: Flag = {
  name: 'force-conflicts',
  type: 'bool',
  usage: 'If true, server-side apply takes over fields that others own.',
};

export const FIELD_MANAGER = (name: string): Flag => ({
  name: 'field-manager',
  type: 'string',
  default: name,
  usage: 'Name of the manager used to track field ownership.',
});

export const VALIDATE: Flag = {
  name: 'validate',
  type: 'string',
  default: 'strict',
  noValue: 'strict',
  usage:
    'Must be one of: strict (or true), warn, ignore (or false). What to do about fields that the kind does not have: refuse, warn, or drop them silently.',
  values: ['strict', 'warn', 'ignore'],
};

export const SELECTOR: Flag = {
  name: 'selector',
  shorthand: 'l',
  type: 'string',
  usage:
    "Selector (label query) to filter on, supports '=', '==', '!=', 'in', 'notin'.(e.g. -l key1=value1,key2=value2,key3 in (value3)). Matching objects must satisfy all of the specified label constraints.",
  values: completeLabelKeys,
};

export const FIELD_SELECTOR: Flag = {
  name: 'field-selector',
  type: 'string',
  usage:
    "Selector (field query) to filter on, supports '=', '==', and '!='.(e.g. --field-selector key1=value1,key2=value2). Each type has only a few fields that can be asked for.",
};

export const ALL_NAMESPACES: Flag = {
  name: 'all-namespaces',
  shorthand: 'A',
  type: 'bool',
  usage: 'If present, look in every namespace, whatever the current context or --namespace says.',
};

export const LOCAL: Flag = {
  name: 'local',
  type: 'bool',
  usage: 'If true, work on the given files alone, without asking the API server.',
};

export const SAVE_CONFIG: Flag = {
  name: 'save-config',
  type: 'bool',
  usage: 'If true, store the configuration in the annotation that a later `kubectl apply` reads.',
};

export const CHUNK_SIZE: Flag = {
  name: 'chunk-size',
  type: 'int',
  default: '500',
  usage: 'Return large lists in chunks rather than all at once. Pass 0 to disable.',
};

export const SUBRESOURCE: Flag = {
  name: 'subresource',
  type: 'string',
  usage: 'If specified, work on this subresource of the object.',
  values: ['status', 'scale', 'resize'],
};

export const FILENAME = (usage: string): Flag => ({ name: 'filename', shorthand: 'f', type: 'slice', usage });

export const RECURSIVE: Flag = {
  name: 'recursive',
  shorthand: 'R',
  type: 'bool',
  usage: 'Process the directory used in -f, --filename recursively.',
};

export const filenameFlags = (usage: string): readonly Flag[] => [
  FILENAME(usage),
  {
    name: 'kustomize',
    shorthand: 'k',
    type: 'string',
    usage: "Process the kustomization directory. This flag can't be used together with -f or -R.",
  },
  RECURSIVE,
];

/** -o and what belongs to it, for commands that print the objects they made or changed. */
export const printFlags = (): readonly Flag[] => [
  {
    name: 'output',
    shorthand: 'o',
    type: 'string',
    usage:
      'Output format. One of: (json, yaml, kyaml, name, go-template, go-template-file, template, templatefile, jsonpath, jsonpath-as-json, jsonpath-file).',
    values: OBJECT_FORMATS,
  },
  { name: 'template', type: 'string', usage: 'Template string or path to template file to use when -o=go-template, -o=go-template-file.' },
  {
    name: 'allow-missing-template-keys',
    type: 'bool',
    default: 'true',
    usage: 'If true, ignore any errors in templates when a field or map key is missing in the template.',
  },
  { name: 'show-managed-fields', type: 'bool', usage: 'If true, keep the managedFields when printing objects in JSON or YAML format.' },
];

export const OBJECT_FORMATS = [
  'go-template',
  'go-template-file',
  'json',
  'jsonpath',
  'jsonpath-as-json',
  'jsonpath-file',
  'kyaml',
  'name',
  'template',
  'templatefile',
  'yaml',
];

/** The flags that every command has. */
export const GLOBAL_FLAGS: readonly Flag[] = [
  { name: 'as', type: 'string', usage: 'Username to impersonate for the operation: a regular user or a service account.' },
  {
    name: 'as-group',
    type: 'array',
    usage: 'Group to impersonate for the operation, this flag can be repeated to specify multiple groups.',
  },
  { name: 'as-uid', type: 'string', usage: 'UID to impersonate for the operation.' },
  {
    name: 'as-user-extra',
    type: 'array',
    usage: 'User extras to impersonate for the operation, this flag can be repeated to specify multiple values for the same key.',
  },
  { name: 'cache-dir', type: 'string', default: '/home/learner/.kube/cache', usage: 'Default cache directory' },
  { name: 'certificate-authority', type: 'string', usage: 'Path to a cert file for the certificate authority' },
  { name: 'client-certificate', type: 'string', usage: 'Path to a client certificate file for TLS' },
  { name: 'client-key', type: 'string', usage: 'Path to a client key file for TLS' },
  { name: 'cluster', type: 'string', usage: 'The name of the kubeconfig cluster to use' },
  { name: 'context', type: 'string', usage: 'The name of the kubeconfig context to use' },
  { name: 'disable-compression', type: 'bool', usage: 'If true, opt-out of response compression for all requests to the server' },
  {
    name: 'insecure-skip-tls-verify',
    type: 'bool',
    usage: "If true, the server's certificate will not be checked for validity. This will make your HTTPS connections insecure",
  },
  { name: 'kubeconfig', type: 'string', usage: 'Path to the kubeconfig file to use for CLI requests.' },
  { name: 'kuberc', type: 'string', usage: 'Path to the kuberc file to use for preferences.' },
  { name: 'log-flush-frequency', type: 'duration', default: '5s', usage: 'Maximum number of seconds between log flushes' },
  { name: 'match-server-version', type: 'bool', usage: 'Require server version to match client version' },
  {
    name: 'namespace',
    shorthand: 'n',
    type: 'string',
    usage: 'If present, the namespace scope for this CLI request',
    values: completeNamespaces,
  },
  { name: 'password', type: 'string', usage: 'Password for basic authentication to the API server' },
  {
    name: 'profile',
    type: 'string',
    default: 'none',
    usage: 'Name of profile to capture. One of (none|cpu|heap|goroutine|threadcreate|block|mutex|trace)',
  },
  { name: 'profile-output', type: 'string', default: 'profile.pprof', usage: 'Name of the file to write the profile to' },
  {
    name: 'request-timeout',
    type: 'string',
    default: '0',
    usage: 'How long to wait for a single server request; non-zero values have a time unit (e.g. 1s, 2m, 3h). Zero means no timeout.',
  },
  { name: 'server', shorthand: 's', type: 'string', usage: 'The address and port of the Kubernetes API server' },
  { name: 'tls-server-name', type: 'string', usage: 'Server name to use for server certificate validation.' },
  { name: 'token', type: 'string', usage: 'Bearer token for authentication to the API server' },
  { name: 'user', type: 'string', usage: 'The name of the kubeconfig user to use' },
  { name: 'username', type: 'string', usage: 'Username for basic authentication to the API server' },
  { name: 'v', shorthand: 'v', type: 'int', default: '0', unquoted: true, usage: 'number for the log level verbosity' },
  {
    name: 'vmodule',
    type: 'string',
    unquoted: true,
    usage: 'comma-separated list of pattern=N settings for file-filtered logging (only works for the default text log format)',
  },
  {
    name: 'warnings-as-errors',
    type: 'bool',
    usage: 'Treat warnings received from the server as errors and exit with a non-zero exit code',
  },
];
