/** Which commands a shell text runs, by the names under which lessons teach them: `kubectl create deployment`, `curl`. */
import { forEachChild, parse, type SyntaxNode, type Word } from 'unbash';

/** What everybody who opens a terminal is taken to know. */
const BASICS = new Set(
  `. : [ [[ alias awk basename bash bg break cat cd chmod clear command continue cp cut date declare dirname echo env eval exec exit export false fg
  for grep head help history jobs kill less local ls mkdir more mv printf ps pwd read return rm sed seq set sh shift sleep sort source tail
  tee test time timeout touch tr trap true type uniq unset until vi wait watch wc which while xargs base64`.split(/\s+/),
);

/** Commands whose second word names another command. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  kubectl: ['auth', 'certificate', 'config', 'create', 'rollout', 'set', 'top', 'plugin'],
  minikube: ['addons', 'config', 'node', 'profile'],
};

/** Flags before the verb that take a value. */
const VALUE_FLAGS = new Set(['-n', '--namespace', '--context', '--kubeconfig', '-p', '--profile', '--as', '-v', '-l', '-f', '-o']);

/** The commands of a text that are not basics, each once. Never throws: what cannot be parsed has none. */
export function commandsIn(text: string): string[] {
  const found = new Set<string>();
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'Command' && node.name) {
      const name = commandName(
        node.name,
        node.suffix.filter((part): part is Word => part.type === 'Word'),
      );
      if (name !== undefined) found.add(name);
    }
    forEachChild(node, visit);
  };
  try {
    const script = parse(text);
    for (const command of script.commands) visit(command as unknown as SyntaxNode);
  } catch {
    return [];
  }
  return [...found];
}

function commandName(name: Word, args: readonly Word[]): string | undefined {
  const program = name.value === 'k' ? 'kubectl' : name.value;
  if (BASICS.has(program) || !/^[\w./-]+$/.test(program)) return undefined;
  const groups = GROUPS[program];
  if (!groups) return program;
  const [verb, next] = words(args.map(({ value }) => value));
  if (verb === undefined) return program;
  return groups.includes(verb) && next !== undefined && /^[a-z-]+$/.test(next) ? `${program} ${verb} ${next}` : `${program} ${verb}`;
}

/** The first two words that are no flags. */
function words(args: readonly string[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < args.length && found.length < 2 && args[at] !== '--'; at++) {
    const arg = args[at] as string;
    if (VALUE_FLAGS.has(arg)) at++;
    else if (!arg.startsWith('-')) found.push(arg);
  }
  return found;
}
