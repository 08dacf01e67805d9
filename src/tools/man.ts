/** One line on each tool: what `--help` and usage errors print. */
const LINES: Readonly<Record<string, string>> = {
  cat: 'cat [-nbEsT] [FILE]...: print files one after the other',
  curl: 'curl [options...] <url>: ask a server and print its answer',
  cut: 'cut -f LIST [-d CHAR] [FILE]...: print parts of each line',
  grep: 'grep [-ivncoqlrwxEF] PATTERN [FILE]...: print lines that match',
  head: 'head [-n LINES] [FILE]...: print the first lines',
  ls: 'ls [-la1Rd] [FILE]...: list files',
  sleep: 'sleep NUMBER[smhd]...: wait',
  sort: 'sort [-nru] [-k KEY] [FILE]...: sort lines',
  tail: 'tail [-n LINES] [-f] [FILE]...: print the last lines',
  tr: 'tr [-dsc] SET1 [SET2]: replace or delete characters',
  watch: 'watch [-n SECONDS] COMMAND: run a command again and again, full screen',
  wc: 'wc [-lwc] [FILE]...: count lines, words and bytes',
  xargs: 'xargs [-n N] [-I STR] COMMAND: run a command with words from standard input',
};

/** The usage text of a tool. */
export function describeTool(name: string): string {
  return `Usage: ${LINES[name] ?? name}\n`;
}
