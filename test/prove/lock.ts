/** As much of `package-lock.json` as is read here. */
export interface LockFile {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, Locked>>;
}

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
}

/** A package the product runs with. */
export interface Part {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly integrity?: string;
}

/** Licences that ask for no more than to be named. */
const accepted = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'BlueOak-1.0.0',
    'Unlicense',
    'CC0-1.0',
  ],
  ...['Python-2.0', 'Zlib', 'CC-BY-3.0', 'CC-BY-4.0'],
]);

/** The packages installed without those of development, by name and version. */
export function productionOf({ packages }: LockFile): readonly Part[] {
  return Object.entries(packages)
    .filter(
      ([path, { dev, devOptional, link }]) => path !== '' && dev !== true && devOptional !== true && link !== true,
    )
    .map(([path, { version = '', license = 'none', integrity }]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      ...{ version, license },
      ...(integrity === undefined ? {} : { integrity }),
    }))
    .sort((a, b) => (a.name + a.version < b.name + b.version ? -1 : 1));
}

/** Whether an SPDX expression can be met with accepted licences. Only `A OR B` and `A AND B`, one kind at a time. */
export function isAccepted(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  if (plain.includes(' OR ') && plain.includes(' AND ')) return false;
  if (plain.includes(' OR ')) return plain.split(' OR ').some((each) => accepted.has(each));
  return plain.split(' AND ').every((each) => accepted.has(each));
}

/** `name version: licence` of the parts that may not be used. */
export const licencesRefused = (parts: readonly Part[]): readonly string[] =>
  parts
    .filter(({ license }) => !isAccepted(license))
    .map(({ name, version, license }) => `${name} ${version}: ${license}`);

/** The parts as a CycloneDX 1.6 document. The same lock file gives the same document. */
export function sbomOf(lock: LockFile): object {
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: lock.name, version: lock.version } },
    components: productionOf(lock).map(({ name, version, license, integrity }) => ({
      ...{ type: 'library', name, version, purl: `pkg:npm/${name.replace('@', '%40')}@${version}` },
      'bom-ref': `${name}@${version}`,
      licenses: [{ expression: license }],
      ...(integrity === undefined ? {} : { hashes: [hashOf(integrity)] }),
    })),
  };
}

/** `sha512-…` of npm, as CycloneDX has it: the first of several, in hexadecimal. */
function hashOf(integrity: string): object {
  const [first = ''] = integrity.split(' ');
  const [algorithm = '', digest = ''] = first.split(/-(.*)/s);
  return { alg: algorithm.replace(/^sha/, 'SHA-'), content: Buffer.from(digest, 'base64').toString('hex') };
}
