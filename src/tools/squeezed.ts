/** What is not here: the compressions besides gzip. Each says so, and what to use. */
import { Failure, type Tool } from './tool.ts';

/** One program that packs or unpacks another format. */
const missing = (format: string): Tool =>
  // biome-ignore lint/correctness/useYield: stands in a tool's place
  function* () {
    throw new Failure(`${format} is not supported here: only gzip is (gzip, gunzip, zcat, tar -z)`);
  };

export const bzip2 = missing('bzip2');
export const xz = missing('xz');
