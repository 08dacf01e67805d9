// Keeps the page's styles apart: CSS is page-wide, so a class that two folders of app/ style, each without the other in mind, breaks one
// of them. A class's home is the folder whose CSS has a selector
// that begins with it, for the components there and those that import this CSS; app/ itself is everybody's. `npm run rules` prints
// each clash as file:line and what to do; exit 1 when there is one.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

const SHARED = 'app';

interface Place {
  readonly file: string;
  readonly line: number;
}

const CLASS = /\.([a-z][\w-]*)/gi;
const classesIn = (text: string): string[] => [...text.matchAll(CLASS)].map(([, name = '']) => name);

/** Each selector of a stylesheet, with the line that it is on. */
function* selectorsOf(css: string): Generator<{ readonly selector: string; readonly line: number }> {
  const plain = css.replace(/\/\*[^]*?\*\/|"[^"\n]*"/g, (text) => text.replace(/[^\n]/g, ' '));
  for (const match of plain.matchAll(/([^{};]+)\{/g)) {
    const [, prelude = ''] = match;
    if (prelude.trim().startsWith('@')) continue;
    let at = match.index;
    for (const selector of prelude.split(/,(?![^(]*\))/)) {
      yield { selector: selector.trim(), line: plain.slice(0, at + (/\S/.exec(selector)?.index ?? 0)).split('\n').length };
      at += selector.length + 1;
    }
  }
}

/** What stands before the first space or combinator. */
const firstCompound = (selector: string): string => /^[^\s>+~]*/.exec(selector)?.[0] ?? '';

/**
 * What clashes.
 * @param files text by path from the project, with slashes: stylesheets and components of app/
 */
export function checkStyles(files: Readonly<Record<string, string>>): string[] {
  const homes = new Map<string, Map<string, Place>>();
  for (const [file, css] of Object.entries(files)) {
    if (!file.endsWith('.css')) continue;
    for (const { selector, line } of selectorsOf(css)) {
      const first = firstCompound(selector);
      // `.a:has(.b)` belongs to whom .b belongs to
      const [name] = first.startsWith('.') && !first.includes(':has(') ? classesIn(first) : [];
      if (name === undefined) continue;
      const places = homes.get(name) ?? new Map<string, Place>();
      homes.set(name, places);
      if (!places.has(dirname(file))) places.set(dirname(file), { file, line });
    }
  }
  const found: string[] = [];
  for (const [name, places] of homes) {
    const [, ...others] = [...places.values()];
    const [first] = places.keys();
    for (const { file, line } of others)
      found.push(
        `${file}:${line}: .${name} is also styled in ${first}: put its folder's name before one of them, or move what both need to app/app.css`,
      );
  }
  for (const [file, text] of Object.entries(files)) {
    const own = dirname(file);
    if (!file.endsWith('.tsx')) continue;
    // Who imports another folder's stylesheet means its classes.
    const meant = [...text.matchAll(/^import '(\..*)\/[^/]+\.css';$/gm)].map(([, folder = '']) => posix.join(own, folder));
    for (const match of text.matchAll(/className=(?:"([^"]*)"|\{`([^`]*)`\})/g)) {
      const names = (match[1] ?? match[2] ?? '').match(/[a-z][\w-]*/gi) ?? [];
      const line = text.slice(0, match.index).split('\n').length;
      // A name that comes after one of this folder is a variant of it.
      const isOwn = names.map((name) => homes.get(name)?.has(own) === true);
      names.forEach((name, at) => {
        const home = homes.get(name);
        if (!home || home.has(own)) return;
        if (!home.has(SHARED) && !meant.some((folder) => home.has(folder)))
          found.push(`${file}:${line}: .${name} is styled in ${[...home.keys()].join(', ')} only, for its own components`);
        else if (home.has(SHARED) && own !== SHARED && isOwn.slice(0, at).includes(true))
          found.push(
            `${file}:${line}: .${name} is a class of the whole page: give this variant of .${names[0]} another name, or write it first`,
          );
      });
    }
  }
  return found.sort();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const all = readdirSync(SHARED, { recursive: true, encoding: 'utf8' }).map((path) => posix.join(SHARED, path.replaceAll('\\', '/')));
  const paths = all.filter((path) => /\.(?:css|tsx)$/.test(path));
  const found = checkStyles(Object.fromEntries(paths.map((path) => [path, readFileSync(path, 'utf8')])));
  for (const line of found) console.log(line);
  console.log(found.length > 0 ? `${found.length} clashes of styles` : `Styles: ${paths.length} files, no class means two things.`);
  process.exit(found.length > 0 ? 1 : 0);
}
