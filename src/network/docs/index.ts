/**
 * Kubernetes' documentation as far as its pages have a learner fetch something: `kubectl apply -f https://k8s.io/examples/...`. Written for
 * Drydock: objects with the names, images and labels that the pages then speak of, in few words. See ARCHITECTURE.md, "The examples of the
 * documentation".
 */
import { printYaml } from '../../kubectl/output/yamlprint.ts';
import { pods } from './pods.ts';
import { rules, services, workloads } from './workloads.ts';

const objects = { ...pods, ...workloads, ...services, ...rules };

/** Files that are no manifests. */
const texts: Readonly<Record<string, string>> = {
  'configmap/game.properties':
    'enemies=aliens\nlives=3\nenemies.cheat=true\nenemies.cheat.level=noGoodRotten\nsecret.code.passphrase=UUDDLRLRBABAS\nsecret.code.allowed=true\nsecret.code.lives=30',
  'configmap/ui.properties': 'color.good=purple\ncolor.bad=yellow\nallow.textmode=true\nhow.nice.to.look=fairlyNice\n',
  'configmap/game-env-file.properties': 'enemies=aliens\nlives=3\nallowed="true"\n\n# Comments and empty lines count for nothing\n',
  'configmap/ui-env-file.properties': 'color=purple\ntextmode=true\nhow=fairlyNice\n',
  'pods/config/redis-config': 'maxmemory 2mb\nmaxmemory-policy allkeys-lru\n',
};

/** The paths of all examples, below `examples/`. */
export const examplePaths: readonly string[] = [...Object.keys(objects), ...Object.keys(texts)];

/** What stands in the file, or undefined where there is none. */
export function example(path: string): string | undefined {
  const found = objects[path];
  if (found === undefined) return texts[path];
  if (path.endsWith('.json')) return `${JSON.stringify(found, undefined, 2)}\n`;
  return [found].flat().map(printYaml).join('---\n');
}
