/** Shell variables: values, attributes, scopes. Everything is kept so that it can be copied to a subshell as plain data. */
import type { Process } from '../kernel/types.ts';

/** `flags`: x exported, r readonly, i integer, l lower case, u upper case, c capitalized, t traced, n name reference. */
export interface Variable {
  readonly kind: 'text' | 'list' | 'map';
  readonly flags: string;
  /** Of kind text; undefined when declared but not set. */
  readonly text?: string | undefined;
  /** Of kinds list (keys are decimal numbers) and map; undefined when declared but not set. */
  readonly items?: Map<string, string>;
}

/** Plain data for a child. */
export type SavedVariable = readonly [
  name: string,
  kind: Variable['kind'],
  flags: string,
  value: string | null | readonly (readonly [string, string])[],
];

export interface Frame {
  readonly name: string;
  /** Values that locals hide; undefined: was not set. */
  readonly hidden: Map<string, Variable | undefined>;
  /** The shell's options before `local -`. */
  options?: readonly string[];
  readonly positional: readonly string[];
}

export class ReadonlyError extends Error {}

export class Variables {
  private readonly map = new Map<string, Variable>();
  readonly frames: Frame[] = [];
  /** Computes special variables that change by themselves (RANDOM, LINENO, ...); undefined for ordinary names. */
  dynamic: (name: string) => string | undefined = () => undefined;
  /** Told when a variable was assigned (RANDOM seeds, PATH, ...). */
  onSet: (name: string, text: string) => void = () => {};

  importEnvironment(process: Process): void {
    for (const [name, text] of Object.entries(process.env))
      if (/^[a-zA-Z_]\w*$/.test(name)) this.map.set(name, { kind: 'text', flags: 'x', text });
  }

  save(): SavedVariable[] {
    return [...this.map].map(([name, v]) => [name, v.kind, v.flags, v.items ? [...v.items] : (v.text ?? null)]);
  }

  load(saved: readonly SavedVariable[]): void {
    this.map.clear();
    for (const [name, kind, flags, value] of saved) {
      if (value === null || typeof value === 'string') this.map.set(name, { kind, flags, text: value ?? undefined });
      else this.map.set(name, { kind, flags, items: new Map(value) });
    }
  }

  /** The name behind name references; none behind those that go in a circle. */
  private target(name: string): string {
    let current = name;
    for (let i = 0; i < 8; i++) {
      const variable = this.map.get(current);
      if (!variable?.flags.includes('n') || !variable.text) return current;
      current = variable.text;
    }
    return '';
  }

  raw(name: string): Variable | undefined {
    return this.map.get(name);
  }

  find(name: string): Variable | undefined {
    return this.map.get(this.target(name));
  }

  names(): string[] {
    return [...this.map.keys()].sort((a, b) => (a < b ? -1 : 1));
  }

  /** The value as `$name` gives it: of an array, item 0. */
  get(name: string): string | undefined {
    const special = this.dynamic(name);
    if (special !== undefined) return special;
    const target = this.target(name);
    const subscripted = /^(\w+)\[(.*)\]$/.exec(target);
    if (subscripted) return this.item(subscripted[1] as string, subscripted[2] as string);
    const variable = this.map.get(target);
    return variable?.items ? variable.items.get('0') : variable?.text;
  }

  item(name: string, key: string): string | undefined {
    const variable = this.find(name);
    if (variable?.kind === 'text' || !variable) return key === '0' ? this.get(name) : undefined;
    return variable.items?.get(variable.kind === 'list' ? this.absolute(variable, key) : key);
  }

  /** Keys of an array in bash's order; of a set scalar: 0. */
  keys(name: string): string[] {
    const variable = this.find(name);
    if (!variable) return this.dynamic(name) === undefined ? [] : ['0'];
    if (!variable.items) return variable.text === undefined ? [] : ['0'];
    const keys = [...variable.items.keys()];
    return variable.kind === 'list' ? keys.sort((a, b) => Number(a) - Number(b)) : hashOrder(keys);
  }

  values(name: string): string[] {
    return this.keys(name).map((key) => this.item(name, key) ?? '');
  }

  /** Negative subscripts count from the end. */
  private absolute(variable: Variable, key: string): string {
    if (!key.startsWith('-')) return key;
    let last = -1;
    for (const k of variable.items?.keys() ?? []) last = Math.max(last, Number(k));
    return String(last + 1 + Number(key));
  }

  /** A negative subscript counts back to before the array's first item. */
  isBefore(name: string, key: string): boolean {
    if (!key.startsWith('-')) return false;
    const variable = this.find(name);
    return variable?.kind !== 'map' && (variable?.items ? this.absolute(variable, key) : String(Number(key) + 1)).startsWith('-');
  }

  /** Sets the scalar value (item 0 of an array). */
  set(name: string, text: string, append = false): void {
    const target = this.target(name);
    const subscripted = /^(\w+)\[(.*)\]$/.exec(target);
    if (subscripted) return this.setItem(subscripted[1] as string, subscripted[2] as string, text, append);
    const before = this.map.get(target);
    if (before && before.kind !== 'text') return this.setItem(target, '0', text, append);
    this.requireWritable(target, before);
    const value = this.shaped(append && before?.text !== undefined ? this.appended(before, before.text, text) : text, before?.flags ?? '');
    this.map.set(target, { kind: 'text', flags: before?.flags ?? '', text: value });
    this.onSet(target, value);
  }

  setItem(name: string, key: string, text: string, append = false): void {
    const target = this.target(name);
    const before = this.map.get(target);
    this.requireWritable(target, before);
    let variable = before;
    if (!variable?.items) {
      const items = new Map<string, string>(variable?.text === undefined ? [] : [['0', variable.text]]);
      variable = { kind: variable?.kind === 'map' ? 'map' : 'list', flags: variable?.flags ?? '', items };
      this.map.set(target, variable);
    }
    const at = variable.kind === 'list' ? this.absolute(variable, key) : key;
    if (at.startsWith('-') && variable.kind === 'list') throw new ReadonlyError(`${target}[${key}]: bad array subscript`);
    const old = variable.items?.get(at);
    variable.items?.set(at, this.shaped(append && old !== undefined ? this.appended(variable, old, text) : text, variable.flags));
  }

  /** Replaces all items (or adds behind the last with `append`). Keys undefined: the next index. */
  setItems(name: string, items: readonly (readonly [string | undefined, string])[], append = false): void {
    const target = this.target(name);
    const before = this.map.get(target);
    this.requireWritable(target, before);
    const kind = before?.kind === 'map' ? 'map' : 'list';
    const kept = append ? (before?.items ?? new Map(before?.text === undefined ? [] : [['0', before.text]])) : new Map<string, string>();
    this.map.set(target, { kind, flags: before?.flags ?? '', items: kept });
    let next = kind === 'list' ? Math.max(-1, ...[...kept.keys()].map(Number)) + 1 : 0;
    for (const [key, value] of items) {
      const at = key ?? String(next);
      kept.set(at, this.shaped(value, before?.flags ?? ''));
      if (kind === 'list') next = Number(at) + 1;
    }
  }

  /** Adds and removes attributes; makes the variable when missing (declared, unset). */
  declare(name: string, change: { add?: string; remove?: string; kind?: Variable['kind'] }): void {
    const target = change.add?.includes('n') || change.remove?.includes('n') ? name : this.target(name);
    const before = this.map.get(target);
    let flags = before?.flags ?? '';
    for (const flag of change.remove ?? '') {
      if (flag === 'r' && flags.includes('r')) throw new ReadonlyError(`${target}: readonly variable`);
      flags = flags.replace(flag, '');
    }
    for (const flag of change.add ?? '') {
      if ('luc'.includes(flag)) flags = flags.replace(/[luc]/, '');
      if (!flags.includes(flag)) flags += flag;
    }
    const kind = change.kind && change.kind !== 'text' ? change.kind : (before?.kind ?? 'text');
    if (kind === 'text') this.map.set(target, { kind, flags, text: before?.text });
    else if (before?.items) this.map.set(target, { kind, flags, items: before.items });
    else this.map.set(target, before?.text === undefined ? { kind, flags } : { kind, flags, items: new Map([['0', before.text]]) });
  }

  /** False when there was none. */
  unset(name: string, reference = false): boolean {
    const target = reference ? name : this.target(name);
    const variable = this.map.get(target);
    if (variable?.flags.includes('r')) throw new ReadonlyError(`${target}: cannot unset: readonly variable`);
    return this.map.delete(target);
  }

  unsetItem(name: string, key: string): void {
    const variable = this.find(name);
    if (variable?.flags.includes('r')) throw new ReadonlyError(`${this.target(name)}: cannot unset: readonly variable`);
    variable?.items?.delete(variable.kind === 'list' ? this.absolute(variable, key) : key);
  }

  /** Exported variables as a new process gets them. */
  environment(): Record<string, string> {
    const env: Record<string, string> = {};
    for (const [name, v] of this.map) if (v.flags.includes('x') && v.text !== undefined) env[name] = v.text;
    return env;
  }

  /** Makes a name local to the function that runs; it starts unset. */
  local(name: string): void {
    const frame = this.frames.at(-1);
    if (!frame || frame.hidden.has(name)) return;
    const before = this.map.get(name);
    if (before?.flags.includes('r')) throw new ReadonlyError(`${name}: readonly variable`);
    frame.hidden.set(name, before);
    this.map.delete(name);
    if (before?.flags.includes('x')) this.map.set(name, { kind: 'text', flags: 'x', text: undefined });
  }

  push(frame: Frame): void {
    this.frames.push(frame);
  }

  pop(): void {
    const frame = this.frames.pop();
    if (frame) for (const [name, before] of frame.hidden) this.restore(name, before);
  }

  /** Puts back what `raw` gave earlier. */
  restore(name: string, before: Variable | undefined): void {
    if (before) this.map.set(name, before);
    else this.map.delete(name);
  }

  private requireWritable(name: string, variable: Variable | undefined): void {
    if (variable?.flags.includes('r')) throw new ReadonlyError(`${name}: readonly variable`);
  }

  /** Set by the shell: evaluates the text given to an integer variable. */
  integer: (text: string) => string = (text) => text;

  private shaped(text: string, flags: string): string {
    if (flags.includes('i')) return this.integer(text);
    if (flags.includes('c'))
      return text.replace(/^(.)(.*)$/su, (_all, first: string, rest: string) => first.toUpperCase() + rest.toLowerCase());
    return flags.includes('l') ? text.toLowerCase() : flags.includes('u') ? text.toUpperCase() : text;
  }

  private appended(variable: Variable, old: string, text: string): string {
    return variable.flags.includes('i') ? `${old || 0}+(${text || 0})` : old + text;
  }
}

/** bash walks a map's 1024 hash buckets (FNV-1 of the key); the newest key of a bucket comes first. */
function hashOrder(keys: string[]): string[] {
  const bucket = (key: string): number => {
    let hash = 2166136261;
    for (const byte of new TextEncoder().encode(key)) hash = (Math.imul(hash, 16777619) ^ byte) >>> 0;
    return hash & 1023;
  };
  return keys
    .map((key, i) => ({ key, i, at: bucket(key) }))
    .sort((a, b) => a.at - b.at || b.i - a.i)
    .map(({ key }) => key);
}
