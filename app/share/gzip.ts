/** Parts of a text, compressed and back. A Blob says by its type that it is compressed. */

const TYPE = 'application/gzip';

export async function gzipped(parts: readonly (string | Blob)[]): Promise<Blob> {
  const stream = new Blob([...parts]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Blob([await new Response(stream).blob()], { type: TYPE });
}

/** The text of parts, compressed or not. */
export async function gunzipped(parts: readonly (string | Blob)[]): Promise<string> {
  const [first] = parts;
  if (first instanceof Blob && first.type === TYPE) return new Response(first.stream().pipeThrough(new DecompressionStream('gzip'))).text();
  return new Blob([...parts]).text();
}
