/** The picture as a file. */
import { toBlob, toSvg } from 'html-to-image';

/** What the picture shows now; undefined while it is not on the page. */
export async function pictureAs(kind: 'svg' | 'png'): Promise<Blob | undefined> {
  const canvas =
    document.querySelector<HTMLElement>('[data-testid="picture"] [data-picture]') ??
    document.querySelector<HTMLElement>('[data-testid="picture"]');
  if (!canvas || canvas.clientWidth === 0) return undefined;
  const backgroundColor = getComputedStyle(document.body).backgroundColor;
  const options = { backgroundColor, skipFonts: true, width: canvas.scrollWidth, height: canvas.scrollHeight };
  if (kind === 'png') return (await toBlob(canvas, { ...options, pixelRatio: 2 })) ?? undefined;
  const url = await toSvg(canvas, options);
  return new Blob([decodeURIComponent(url.slice(url.indexOf(',') + 1))], { type: 'image/svg+xml' });
}
