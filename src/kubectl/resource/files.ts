/** Objects from -f: files, folders and standard input, YAML or JSON, one or many documents. */
import { DecodeError, decode } from '../../api/decode.ts';
import { SysError } from '../../kernel/error.ts';
import type { FileSystem } from '../../kernel/files.ts';
import { lazy } from '../../kernel/lazy.ts';
import { close, files, load, open, readAll } from '../../kernel/sys.ts';
import type { Sys } from '../../kernel/types.ts';
import type { Definition } from '../../kinds/schema.ts';
import { CommandError, SourceError, throwAll } from '../errors.ts';
import { isObject, type JsonObject } from '../json.ts';
import { marshalJson } from '../output/json.ts';
import { readYamlStream } from '../output/yaml.ts';

const fromUrl = lazy(() => import('./url.ts'));

const EXTENSIONS = ['.json', '.yaml', '.yml'];

export interface Source {
  /** The path as given (joined with what was found below it), `STDIN`, or a URL. */
  readonly name: string;
  readonly text: string;
}

/** What -f stands for. `single`: exactly one file, so one object is expected back. */
export interface Sources {
  readonly sources: readonly Source[];
  readonly single: boolean;
}

/** Looks at this machine's files. What `look` throws as a CommandError fails the command: the kernel itself passes on its own errors alone. */
export function* lookAtFiles<T>(look: (tree: FileSystem, cwd: string) => T): Sys<T> {
  const found = yield* files((tree, cwd) => {
    try {
      return { value: look(tree, cwd) };
    } catch (failure) {
      if (failure instanceof CommandError) return { failure };
      throw failure;
    }
  });
  if (found.failure) throw found.failure;
  return found.value as T;
}

/** Reads every -f. Throws CommandError for what cannot be read, an Aggregate where that is several. */
export function* readSources(filenames: readonly string[], recursive: boolean): Sys<Sources> {
  const sources: Source[] = [];
  const errors: CommandError[] = [];
  let single = false;
  let many = false;
  if (filenames.filter((name) => name === '-').length > 1) throw new CommandError('standard input cannot be used for multiple arguments');
  for (const filename of filenames) {
    try {
      if (filename === '-') {
        sources.push({ name: 'STDIN', text: yield* readAll(0) });
        many = true;
      } else if (filename === '/dev/null') {
        sources.push({ name: filename, text: '' });
        single = true;
      } else if (isDescriptor(filename)) {
        sources.push({ name: filename, text: yield* readDescriptor(filename, notThere(filename)) });
        single = true;
      } else if (/^https?:\/\//.test(filename)) {
        sources.push({ name: filename, text: yield* (yield* load(fromUrl)).download(filename) });
      } else {
        const paths = yield* pathsOf(filename);
        const found = yield* lookAtFiles((tree, cwd) => paths.flatMap((path) => filesAt(tree, cwd, path, recursive)));
        // A folder without manifests is only told of where nothing else was named before it.
        if (found.length === 0 && sources.length === 0 && errors.length === 0)
          throw new CommandError(`error reading [${paths.join(' ')}]: recognized file extensions are [${EXTENSIONS.join(' ')}]`);
        if (!recursive && paths.length === 1) single = true;
        if (found.length > 1) many = true;
        sources.push(...found);
      }
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      errors.push(error);
    }
  }
  throwAll(errors);
  return { sources, single: single || (!many && sources.length === 1) };
}

const notThere = (path: string): string => `the path ${JSON.stringify(path)} does not exist`;

const patterns = lazy(() => import('./glob.ts'));

/** The path itself, or what it means as a pattern. */
function* pathsOf(filename: string): Sys<readonly string[]> {
  if (yield* lookAtFiles((tree, cwd) => filename !== '' && tree.exists(tree.resolve(cwd, filename)))) return [filename];
  const { glob } = yield* load(patterns);
  return yield* lookAtFiles((tree, cwd) => {
    const found = filename === '' ? [] : glob(tree, cwd, filename);
    if (found.length === 0) throw new CommandError(notThere(filename));
    return found;
  });
}

/** Whether a path stands for an open descriptor: /dev/stdin, and what `<(COMMAND)` is on a command line. No folder holds those. */
export const isDescriptor = (path: string): boolean => /^\/dev\/(?:stdin|fd\/\d+)$/.test(path);

export function* readDescriptor(path: string, missing: string): Sys<string> {
  let fd: number;
  try {
    fd = yield* open(path, 'r');
  } catch (error) {
    throw error instanceof SysError ? new CommandError(missing) : error;
  }
  const text = yield* readAll(fd);
  yield* close(fd);
  return text;
}

function filesAt(tree: FileSystem, cwd: string, name: string, recursive: boolean): Source[] {
  const full = tree.resolve(cwd, name);
  if (!tree.isDirectory(full)) return [{ name, text: tree.read(full) }];
  return below(tree, full, name.replace(/\/+$/, ''), recursive);
}

function below(tree: FileSystem, folder: string, shown: string, recursive: boolean): Source[] {
  return tree.list(folder).flatMap((entry): Source[] => {
    const path = folder === '/' ? `/${entry}` : `${folder}/${entry}`;
    if (tree.isDirectory(path)) return recursive ? below(tree, path, `${shown}/${entry}`, recursive) : [];
    return EXTENSIONS.some((extension) => entry.endsWith(extension)) ? [{ name: `${shown}/${entry}`, text: tree.read(path) }] : [];
  });
}

/** An object as it stands in a file. */
export interface Manifest {
  readonly object: JsonObject;
  readonly source: string;
}

/**
 * The objects of a source, in order, and in their place what cannot be used; empty documents are skipped. After what cannot be read, or is
 * found to be no object when `validate` asks for apiVersion and kind in the validator's words, nothing more is looked at.
 */
export function parseManifests({ name, text }: Source, validate: boolean): (Manifest | SourceError)[] {
  const { values, error } = readYamlStream(text);
  const found: (Manifest | SourceError)[] = [];
  const undecodable = (why: string): SourceError => new SourceError(`unable to decode ${JSON.stringify(name)}: ${why}`);
  for (const value of values) {
    const untyped = validate ? typeMetaError(value) : undefined;
    if (untyped !== undefined) {
      const why = `error validating data: ${untyped}; if you choose to ignore these errors, turn validation off with --validate=false`;
      return [...found, new SourceError(`error validating ${JSON.stringify(name)}: ${why}`)];
    }
    const wrong = isObject(value) ? objectError(value) : notAnObject(value);
    found.push(wrong !== undefined ? undecodable(wrong) : { object: value as JsonObject, source: name });
  }
  return error ? [...found, new SourceError(`error parsing ${name}: ${error.message}`)] : found;
}

function objectError(object: JsonObject): string | undefined {
  const missing = object['kind'] ? (object['apiVersion'] ? undefined : 'apiVersion') : 'Kind';
  return missing === undefined ? metadataError(object) : `Object '${missing}' is missing in '${marshalJson(object)}'`;
}

function notAnObject(value: unknown): string {
  const type = Array.isArray(value) ? 'array' : typeof value === 'boolean' ? 'bool' : typeof value;
  return `json: cannot unmarshal ${type} into Go value of type unstructured.detector`;
}

/** Of an object kubectl itself reads only the metadata into a Go struct. */
const METADATA_ONLY: Definition = {
  name: 'metadataOnlyObject',
  id: 'metadataOnlyObject',
  atomic: false,
  fields: new Map([['metadata', { name: 'metadata', required: false, type: 'ref', ref: 'ObjectMeta' }]]),
};

function metadataError({ metadata }: JsonObject): string | undefined {
  try {
    return decode(METADATA_ONLY, { metadata }).typeError;
  } catch (error) {
    if (error instanceof DecodeError) return error.message;
    throw error;
  }
}

/** Why a value can be no object of any kind, in the validator's words; undefined when it can. */
export function typeMetaError(value: unknown): string | undefined {
  if (!isObject(value)) return 'invalid object to validate';
  const errors = (['apiVersion', 'kind'] as const).flatMap((field) => {
    if (value[field] === undefined || value[field] === null) return [`${field} not set`];
    return typeof value[field] === 'string' ? [] : [`${field} isn't string type`];
  });
  return errors.length > 1 ? `[${errors.join(', ')}]` : errors[0];
}

/** The text of one file named by a flag (`--patch-file`, `--from-file`). Throws CommandError built by `fail` from the system's words. */
export function* readFile(path: string, fail: (reason: string) => CommandError): Sys<string> {
  if (isDescriptor(path)) return yield* readDescriptor(path, fail(`open ${path}: no such file or directory`).message);
  try {
    return yield* files((tree, cwd) => tree.read(tree.resolve(cwd, path)));
  } catch (error) {
    if (error instanceof SysError)
      throw fail(error.errno === 'EISDIR' ? `read ${path}: is a directory` : `open ${path}: ${error.message.toLowerCase()}`);
    throw error;
  }
}
