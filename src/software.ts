import { readFileSync } from 'node:fs';

/** Name and version of this software, as printed into seals and manifests. */
export const software: string = (() => {
  // From src/ and from dist/src/ the manifest lies one or two folders up.
  for (const up of ['../package.json', '../../package.json']) {
    try {
      const { name, version } = JSON.parse(readFileSync(new URL(up, import.meta.url), 'utf8')) as Record<
        string,
        string
      >;
      if (name === 'chaski') return `${name} ${version}`;
    } catch {
      continue;
    }
  }
  throw new Error('package.json not found');
})();
