// Signatures first; bodies follow.
export function isDNS1123Label(value: string): string[] { return [value]; }
export function isDNS1123Subdomain(value: string): string[] { return [value]; }
export function isDNS1035Label(value: string): string[] { return [value]; }
export function isQualifiedName(value: string): string[] { return [value]; }
export function isLabelKey(value: string): string[] { return [value]; }
export function isLabelValue(value: string): string[] { return [value]; }
export function isPortName(value: string): string[] { return [value]; }
export function isPortNumber(value: number): string[] { return [String(value)]; }
export function isEnvVarName(value: string): string[] { return [value]; }
export function isConfigMapKey(value: string): string[] { return [value]; }
export function isIP(value: string): string[] { return [value]; }
