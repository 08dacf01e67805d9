import { type Describer, writeEvents, writeHead } from '../describe.ts';
import type { ConfigMap } from '../objects.ts';

export const describeConfigMap: Describer<ConfigMap> = function* (map, w, context) {
  writeHead(w, map);
  w.write(0, '\nData\n====\n');
  for (const [key, value] of sorted(map.data)) {
    w.write(0, `${key}:\n----\n`);
    w.write(0, `${value}\n`);
    w.write(0, '\n');
  }
  w.write(0, '\nBinaryData\n====\n');
  for (const [key, value] of sorted(map.binaryData)) w.write(0, `${key}: ${atob(value).length} bytes\n`);
  w.write(0, '\n');
  yield* writeEvents(w, map, context);
};

function sorted(data: Readonly<Record<string, string>> | undefined): [string, string][] {
  return Object.entries(data ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
}
