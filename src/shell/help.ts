/** Short help for the shell's own commands, one line of use and one of meaning each. */
const TOPICS: Readonly<Record<string, readonly [usage: string, meaning: string]>> = {
  '.': ['. FILE [ARG ...]', 'Runs the commands of a file in this shell.'],
  ':': [':', 'Does nothing, successfully.'],
  '[': ['[ EXPRESSION ]', 'The same as test.'],
  alias: ['alias [NAME[=VALUE] ...]', 'Shows or sets short names for commands.'],
  bg: ['bg [JOB]', 'Lets a stopped job go on in the background.'],
  break: ['break [N]', 'Leaves a loop, or N of them.'],
  builtin: ['builtin NAME [ARG ...]', 'Runs a builtin although a function has its name.'],
  cd: ['cd [DIR]', 'Changes the directory; without DIR to the home directory, with - to the last one.'],
  command: ['command [-vV] NAME [ARG ...]', 'Runs a command, not a function of that name; -v says what the name means.'],
  continue: ['continue [N]', 'Goes on with the next turn of a loop.'],
  declare: ['declare [-aAilnrux] [-p] [NAME[=VALUE] ...]', 'Declares variables and their attributes, or prints them.'],
  dirs: ['dirs [-clpv]', 'Shows the directory stack.'],
  disown: ['disown [-a] [JOB ...]', 'Forgets jobs; they go on.'],
  echo: ['echo [-neE] [ARG ...]', 'Prints its arguments; -n without a newline, -e with escapes such as \\n.'],
  eval: ['eval [ARG ...]', 'Runs its arguments as one line of shell text.'],
  exec: ['exec [COMMAND [ARG ...]] [REDIRECTION ...]', 'Replaces the shell by a program, or redirects the shell itself.'],
  exit: ['exit [N]', 'Ends the shell with code N.'],
  export: ['export [-np] [NAME[=VALUE] ...]', 'Gives variables to the programs that the shell starts.'],
  false: ['false', 'Fails.'],
  fg: ['fg [JOB]', 'Brings a job to the foreground.'],
  getopts: ['getopts OPTSTRING NAME [ARG ...]', 'Reads the next option of a script.'],
  hash: ['hash [-r] [NAME ...]', 'Looks programs up.'],
  help: ['help [NAME]', 'Shows this help.'],
  history: ['history [-c] [-d N] [N]', 'Shows the commands typed so far.'],
  jobs: ['jobs [-lprs] [JOB ...]', 'Lists jobs.'],
  kill: ['kill [-SIGNAL] PID|JOB ...', 'Sends a signal, TERM by default; -l lists them.'],
  let: ['let EXPRESSION ...', 'Evaluates arithmetic.'],
  local: ['local [NAME[=VALUE] ...]', 'Declares variables of a function.'],
  mapfile: ['mapfile [-t] [-d DELIM] [-n N] [-s N] [ARRAY]', 'Reads lines into an array.'],
  popd: ['popd [+N|-N]', 'Takes a directory off the stack and goes there.'],
  printf: ['printf [-v VAR] FORMAT [ARG ...]', 'Prints arguments by a format.'],
  pushd: ['pushd [DIR|+N|-N]', 'Puts the directory on a stack and goes to another.'],
  pwd: ['pwd', 'Prints the directory.'],
  read: ['read [-rs] [-a ARRAY] [-d DELIM] [-n N] [-p PROMPT] [NAME ...]', 'Reads a line into variables.'],
  readonly: ['readonly [NAME[=VALUE] ...]', 'Protects variables from change.'],
  return: ['return [N]', 'Leaves a function with code N.'],
  set: ['set [-efuxC] [-o OPTION] [--] [ARG ...]', 'Sets shell options and positional parameters.'],
  shift: ['shift [N]', 'Drops the first positional parameters.'],
  shopt: ['shopt [-pqsu] [OPTION ...]', 'Shows or sets more shell options.'],
  source: ['source FILE [ARG ...]', 'Runs the commands of a file in this shell.'],
  test: ['test EXPRESSION', 'Checks files, strings and numbers.'],
  time: ['time PIPELINE', 'Tells how long a command took.'],
  trap: ['trap [ACTION] SIGNAL ...', 'Runs something when a signal comes, or at EXIT.'],
  true: ['true', 'Succeeds.'],
  type: ['type [-aptP] NAME ...', 'Tells what a name means as a command.'],
  umask: ['umask', 'Shows the permissions that new files do not get.'],
  unalias: ['unalias [-a] NAME ...', 'Removes aliases.'],
  unset: ['unset [-fv] NAME ...', 'Removes variables or functions.'],
  wait: ['wait [-n] [PID|JOB ...]', 'Waits for background jobs.'],
};

export function helpTopics(): readonly string[] {
  return Object.keys(TOPICS);
}

export function helpText(name: string): string | undefined {
  const topic = Object.hasOwn(TOPICS, name) ? TOPICS[name] : undefined;
  return topic && `${name}: ${topic[0]}\n    ${topic[1]}`;
}
