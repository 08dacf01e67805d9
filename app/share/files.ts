/** Files out of the page and into it. */

/** Hands a file to the browser's downloads. */
export function download(name: string, content: string | Blob, type = 'text/plain'): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Asks for a file; undefined when none is chosen. With `several`, for a list of them. */
export function chooseFile(accept: string): Promise<File | undefined>;
export function chooseFile(accept: string, several: true): Promise<readonly File[]>;
export async function chooseFile(accept: string, several = false): Promise<File | undefined | readonly File[]> {
  const files = await new Promise<readonly File[]>((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = several;
    input.onchange = () => resolve([...(input.files ?? [])]);
    input.oncancel = () => resolve([]);
    input.click();
  });
  return several ? files : files[0];
}

/** `drydock-2026-11-28-1405.json` */
export function fileName(extension: string): string {
  const time = new Date().toISOString().slice(0, 16).replace('T', '-').replace(':', '');
  return `drydock-${time}.${extension}`;
}
