/** The version of kubectl that ours is like. */
export const KUBECTL_VERSION = 'v1.36.4';
