/** What is wrong with a lesson, and where. */
export interface Problem {
  readonly file: string;
  /** From 1; 0 where no line is to blame. */
  readonly line: number;
  readonly message: string;
}

/** `en.md:12: ...` */
export function formatProblem({ file, line, message }: Problem): string {
  return `${file}${line > 0 ? `:${line}` : ''}: ${message}`;
}

/** A lesson that cannot be read. */
export class LessonError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}
