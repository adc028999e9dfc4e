/** A proof of trust: what is run for it, and how it is seen what came of it. */
export interface Proof {
  /** What it shows, in a few words. */
  readonly what: string;
  /** Spec files, run by the test runner; or a script, run by node. */
  readonly run:
    | { readonly specs: readonly string[]; readonly named?: string; readonly env?: Readonly<Record<string, string>> }
    | { readonly script: string; readonly args?: readonly string[]; readonly from: 'source' | 'built' };
  /** What it needs beside the repository: without it, it is skipped. */
  readonly needs?: 'built' | 'python3' | 'openssl';
  /** The figures it must keep to, of those it hands over. @returns what is wrong */
  readonly judge?: (figures: Figures) => string | undefined;
}

export type Figures = Readonly<Record<string, unknown>>;

const malformed = (requests: number): Proof => ({
  what: `${requests} malformed requests, 300 over a socket`,
  run: { specs: ['test/shell/malformed.spec.ts'], env: { CHASKI_MALFORMED: String(requests) } },
  judge: ({ proof, wrong }) => (proof === 'malformed' && wrong !== 0 ? 'answered badly' : undefined),
});

const readsKill = (times: number): Proof => ({
  what: `${times} kills while personal data is read`,
  run: { script: 'test/shell/reads-kill.ts', args: ['--times', String(times)], from: 'built' },
  needs: 'built',
  judge: ({ proof, missing }) => (proof === 'reads-kill' && missing !== 0 ? 'a reading has no record' : undefined),
});

const common: readonly Proof[] = [
  {
    what: 'tamper matrix of the ledger',
    run: { specs: ['tamper', 'files', 'histories', 'reads'].map((name) => `test/ledger/${name}.spec.ts`) },
  },
  {
    what: 'a second verifier, in another language',
    run: { specs: ['test/ledger/tools.spec.ts', 'test/ledger/agree.spec.ts'] },
    needs: 'python3',
  },
  { what: 'byte scans after erasure', run: { specs: ['test/erasure/erasure.spec.ts', 'test/erasure/http.spec.ts'] } },
  { what: 'byte scans of exports after erasure', run: { specs: ['test/erasure/exports.spec.ts'] } },
  { what: 'keys a court had put away', run: { specs: ['test/erasure/sealed-keys.spec.ts'] } },
  { what: 'erasure killed at every step', run: { specs: ['test/erasure/killed.spec.ts'] } },
  {
    what: 'access: every route, every role',
    run: { specs: ['test/access/routes.spec.ts', 'test/access/story.spec.ts'] },
  },
  { what: 'access: policies, model and mutants', run: { specs: ['test/access/policies.spec.ts'] } },
  { what: 'tokens that prove nothing', run: { specs: ['libs/service/specs/provider.spec.ts'] } },
  {
    what: 'slow callers, huge and hostile bodies',
    run: { specs: ['test/shell/exhaustion.spec.ts'] },
    judge: ({ proof, lastAfterMs, timeout }) =>
      proof === 'slow-loris' && Number(lastAfterMs) > Number(timeout) + 2_000 ? 'hung up too late' : undefined,
  },
  {
    what: 'canaries in the log, through every route',
    run: { specs: ['test/shell/logs.spec.ts'] },
    judge: ({ proof, found }) => (proof === 'log canaries' && found !== 0 ? 'personal data in the log' : undefined),
  },
  { what: 'headers, pages, addresses, secrets', run: { specs: ['test/shell/pages.spec.ts'] } },
  { what: 'bytes two servers would read in two ways', run: { specs: ['test/shell/wire.spec.ts'] } },
  {
    what: 'disclosure: brute force, editions, outsiders',
    run: { specs: ['libs/disclosure', 'test/disclosure/editions.spec.ts', 'test/disclosure/outsiders.spec.ts'] },
  },
  { what: 'restore drill', run: { specs: ['src/cli/restore-drill.spec.ts'] } },
];

/** What is proven in minutes. */
export const short: readonly Proof[] = [
  ...common,
  malformed(1_500),
  { what: 'disclosure attack on one release', run: { specs: ['test/disclosure/attack.spec.ts'] } },
  readsKill(20),
  { what: 'supply chain', run: { script: 'test/prove/supply.ts', from: 'source' } },
];

/** What is proven in hours. */
export const full: readonly Proof[] = [
  ...common,
  malformed(10_000),
  {
    what: 'disclosure attack on 24 months, 2 profiles',
    run: { script: 'test/disclosure/attack.ts', from: 'built' },
    needs: 'built',
  },
  readsKill(500),
  {
    what: '500 kills under commands',
    run: {
      script: 'test/faults/kill.ts',
      args: ['--times', '500', '--minutes', '600', '--state', 'data/prove-kill'],
      from: 'built',
    },
    needs: 'built',
  },
  { what: '1,000,000 leaves verified', run: { script: 'test/ledger/million.ts', args: ['1000000'], from: 'source' } },
  { what: 'supply chain', run: { script: 'test/prove/supply.ts', from: 'source' } },
];
