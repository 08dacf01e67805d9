/** What can go wrong in a command, and the one place that turns it into kubectl's words. */
import type { Status } from '../api/types.ts';

/** Printed as `error: message`; exit code 1. */
export class CommandError extends Error {}

/** Something in a file that is no object the server knows: the others that the files hold are used all the same. */
export class SourceError extends CommandError {
  /** How many objects were found before it. */
  at = 0;
}

/**
 * A request that the client does not send, since a path cannot hold a name. Alone it is printed as any CommandError, among others without
 * `error:`.
 */
export class UnsendableError extends CommandError {
  /** The same failure with another message. */
  withMessage(message: string): UnsendableError {
    return new UnsendableError(message);
  }
}

/** Ends the command with an exit code, having said all there was to say. */
export class Exit extends Error {
  readonly code: number;
  constructor(code: number, message = '') {
    super(message);
    this.code = code;
  }
}

/** The API server's answer when a request fails. */
export class StatusError extends Error {
  readonly status: Status;
  constructor(status: Status) {
    super(status.message ?? 'unknown');
    this.status = status;
  }

  get reason(): string {
    return this.status.reason ?? '';
  }

  /** The same failure with another message. */
  withMessage(message: string): StatusError {
    return new StatusError({ ...this.status, message });
  }
}

/** No such resource type: printed without `error:`. */
export class NoResourceMatchError extends Error {
  constructor(resource: string, group = '', version = '') {
    const quoted = JSON.stringify;
    const what = `the server doesn't have a resource type ${quoted(resource)}`;
    if (group && version) super(`${what} in group ${quoted(group)} and version ${quoted(version)}`);
    else if (group) super(`${what} in group ${quoted(group)}`);
    else super(version ? `${what} in version ${quoted(version)}` : what);
  }
}

/** The server cannot be reached: printed as it is. */
export class ConnectionError extends Error {
  /** In Go's words, as the log has it. */
  readonly why: string;

  constructor(message: string, why: string) {
    super(message);
    this.why = why;
  }
}

/** Several failures, each printed on its own line, without `error:`. One alone is printed as itself unless it is `listed`. */
export class Aggregate extends Error {
  readonly errors: readonly Error[];
  readonly listed: boolean;
  constructor(errors: readonly Error[], listed = errors.length > 1) {
    super(errors.length === 1 ? (errors[0] as Error).message : `[${[...new Set(errors.map((one) => one.message))].join(', ')}]`);
    this.errors = errors.flatMap((one) => (one instanceof Aggregate ? one.errors : [one]));
    this.listed = listed;
  }
}

/** Failures in the order they are told: what is wrong with files comes last, and several such among others are one. */
export function ordered(errors: readonly Error[]): Error[] {
  const ofFiles = errors.filter((one) => one instanceof SourceError);
  const others = errors.filter((one) => !(one instanceof SourceError));
  if (others.length === 0 || ofFiles.length < 2) return [...others, ...ofFiles];
  return [...others, new CommandError(new Aggregate(ofFiles).message)];
}

/** Throws what was collected, if anything. */
export function throwAll(errors: readonly Error[]): void {
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new Aggregate(errors);
}

/** A request that came to nothing: those for other objects may do better. */
export function isRefusal(error: unknown): error is StatusError | UnsendableError {
  return error instanceof StatusError || error instanceof UnsendableError;
}

export function isNotFound(error: unknown): error is StatusError {
  return error instanceof StatusError && error.reason === 'NotFound';
}

/** What stderr shows for a failure, and the exit code. Anything that is no failure of a command is thrown again. */
export function explainError(error: unknown): { text: string; code: number } {
  if (error instanceof Exit) return { text: line(error.message), code: error.code };
  if (error instanceof Aggregate && (error.listed || error.errors.length > 1)) {
    return { text: error.errors.map((one) => `${messageOf(one)}\n`).join(''), code: 1 };
  }
  const one = error instanceof Aggregate ? error.errors[0] : error;
  if (one instanceof StatusError && one.reason === 'Invalid') return { text: line(invalidText(one.status)), code: 1 };
  if (one instanceof StatusError || one instanceof NoResourceMatchError || one instanceof ConnectionError)
    return { text: line(messageOf(one)), code: 1 };
  if (one instanceof CommandError)
    return { text: line(one.message.startsWith('error: ') ? one.message : `error: ${one.message}`), code: 1 };
  throw error;
}

/** One failure as a line, the way several are listed. */
function messageOf(error: Error): string {
  if (error instanceof StatusError) {
    if (error.reason === 'Unauthorized') return `error: You must be logged in to the server (${error.message})`;
    return error.reason === '' ? `Error from server: ${error.message}` : `Error from server (${error.reason}): ${error.message}`;
  }
  return error.message;
}

/** `The Pod "x" is invalid: ...`, one line a cause. */
function invalidText({ details, message }: Status): string {
  if (!details) return message ? `The request is invalid: ${message}` : 'The request is invalid';
  const causes = [...new Set((details.causes ?? []).map((cause) => `${cause.field ?? ''}: ${cause.message}`))];
  let start = 'The request is invalid';
  if (details.kind || details.name) start = `The ${details.kind ?? ''} ${JSON.stringify(details.name ?? '')} is invalid`;
  else if (message && causes.length === 0) start += `: ${message}`;
  if (causes.length === 0) return start;
  return causes.length === 1 ? `${start}: ${causes[0]}` : `${start}: \n${causes.map((cause) => `* ${cause}\n`).join('')}`;
}

function line(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** A template that failed on an object: what goes to stdout all the same, and the error. */
export class TemplateFailure extends CommandError {
  readonly output: string;
  constructor(output: string, message: string) {
    super(message);
    this.output = output;
  }
}
