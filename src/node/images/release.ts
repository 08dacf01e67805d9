/** What says which distribution an image is built on: /etc/os-release and the files beside it. */
import { baseOf, type ResolvedImage } from './image.ts';

const DEBIANS: Readonly<Record<string, readonly [codename: string, point: string]>> = {
  '10': ['buster', '10.13'],
  '11': ['bullseye', '11.11'],
  '12': ['bookworm', '12.12'],
  '13': ['trixie', '13.2'],
};
/** That most official images are built on which do not say it in their tag. */
const USUAL_DEBIAN = '12';
const ALPINE = '3.22.2';

/** Those files of an image by path; `image.files` may bring others. None for images without a shell: they are built on nothing. */
export function releaseFiles(resolved: ResolvedImage): Readonly<Record<string, string>> {
  const { image, tag, version } = resolved;
  if (!image.programs?.includes('busybox')) return {};
  const base = baseOf(resolved);
  if (base === 'busybox') return {};
  const named = /^docker\.io\/library\/(debian|alpine)$/.test(resolved.repository);
  if (base === 'alpine') {
    const own = named && /^\d+\.\d+\.\d+$/.test(version) ? version : ALPINE;
    return {
      '/etc/alpine-release': `${own}\n`,
      '/etc/os-release': `NAME="Alpine Linux"\nID=alpine\nVERSION_ID=${own}\nPRETTY_NAME="Alpine Linux v${own.replace(/\.\d+$/, '')}"\nHOME_URL="https://alpinelinux.org/"\nBUG_REPORT_URL="https://gitlab.alpinelinux.org/alpine/aports/-/issues"\n`,
    };
  }
  const byName = Object.entries(DEBIANS).find(([, [codename]]) => tag.includes(codename))?.[0];
  const number = byName ?? (named && Object.hasOwn(DEBIANS, version.replace(/\..*$/, '')) ? version.replace(/\..*$/, '') : USUAL_DEBIAN);
  const [codename, point] = DEBIANS[number] as (typeof DEBIANS)[string];
  return {
    '/etc/debian_version': `${point}\n`,
    '/etc/os-release': `PRETTY_NAME="Debian GNU/Linux ${number} (${codename})"\nNAME="Debian GNU/Linux"\nVERSION_ID="${number}"\nVERSION="${number} (${codename})"\nVERSION_CODENAME=${codename}\nID=debian\nHOME_URL="https://www.debian.org/"\nSUPPORT_URL="https://www.debian.org/support"\nBUG_REPORT_URL="https://bugs.debian.org/"\n`,
  };
}
