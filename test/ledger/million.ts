import {
  closeSync,
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { arch, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  base64,
  bundleText,
  cosign,
  inclusionProof,
  consistencyProof,
  Growing,
  keyTypes,
  leafOf,
  leafText,
  leafTextHash,
  newSigner,
  checkpointBody,
  noteText,
  rootAt,
  signed,
  verifierKeyText,
  verifyConsistency,
  verifyInclusion,
  type Hash,
} from '#ledger';
import { main } from '../../libs/ledger/verifier/index.js';

// How long a bundle takes to verify, and how many proofs are made and checked in a second. By hand:
//   node --conditions=source --experimental-transform-types --no-warnings --import ./test/kafka/support/source.mjs \
//     test/ledger/million.ts [LEAVES]
// writes its figures to test/ledger/results/.

const count = Number(process.argv[2] ?? 1_000_000);
const proofs = 20_000;
const sealEvery = 10_000;

const seconds = (since: bigint): number => Number(process.hrtime.bigint() - since) / 1e9;
const folder = mkdtempSync(join(tmpdir(), 'million-'));
const [log, one, two] = [
  newSigner('million.example/events', keyTypes.log),
  newSigner('witness.example/one', keyTypes.witness),
  newSigner('witness.example/two', keyTypes.witness),
];

/** What a case's event with one sealed section weighs: some 700 bytes. */
function event(n: number) {
  const id = `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`;
  const sealed = { v: 1, dekId: id, dekVersion: 1, iv: 'A'.repeat(16), ct: 'B'.repeat(200), tag: 'C'.repeat(22) };
  const metadata = {
    actor: `actor-${n % 97}`,
    commandId: id,
    correlationId: id,
    effectiveAt: '2026-03-02T10:00:00.000Z',
    recordedAt: '2026-03-02T10:00:01.000Z',
    schema: '1',
  };
  const streams = Math.ceil(count / 12);
  return {
    stream: `case-${n % streams}`,
    revision: Math.floor(n / streams) + 1,
    id,
    type: 'IncidentRecorded',
    dataText: JSON.stringify({ district: '150112', at: '2026-03-02', who: sealed }),
    metadataText: JSON.stringify(metadata),
  };
}

try {
  const tree = new Growing();
  const levels: Hash[][] = [];
  const node = (level: number, index: number): Hash => levels[level]?.[index] ?? new Uint8Array();
  const bundle = join(folder, 'bundle.jsonl');
  const body = join(folder, 'entries');
  const file = openSync(body, 'w');
  const began = process.hrtime.bigint();
  let lines: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const { metadataText: header, dataText: data, ...placed } = event(n);
    const leaf = leafText(leafOf({ ...placed, metadataText: header, dataText: data }, n));
    for (const { level, index, hash } of tree.add(leafTextHash(leaf))) (levels[level] ??= [])[index] = hash;
    lines.push(bundleText({ kind: 'entry', leaf, event: { ...placed, header, data } }));
    if (lines.length === 5_000) {
      writeSync(file, lines.join(''));
      lines = [];
    }
  }
  writeSync(file, lines.join('') + bundleText({ kind: 'end', entries: count }));
  closeSync(file);
  const made = seconds(began);

  const head = openSync(bundle, 'w');
  writeSync(head, bundleText({ kind: 'manifest', bundle: 1, origin: log.key.name, scope: 'whole', madeAt: '' }));
  for (let size = sealEvery; size <= count; size += sealEvery) {
    const text = checkpointBody({ origin: log.key.name, size, root: rootAt(node, size) });
    const note = noteText({ body: text, signatures: [signed(text, log), cosign(text, one, 1), cosign(text, two, 1)] });
    const consistency = consistencyProof(node, size === sealEvery ? 0 : size - sealEvery, size).map(base64);
    writeSync(head, bundleText({ kind: 'checkpoint', note, consistency }));
  }
  closeSync(head);
  await pipeline(createReadStream(body), createWriteStream(bundle, { flags: 'a' }));
  rmSync(body);

  const policy = join(folder, 'policy');
  const [a, b] = [one, two].map(({ key }) => verifierKeyText(key));
  writeFileSync(policy, `log ${verifierKeyText(log.key)}\nwitness A ${a}\nwitness B ${b}\ngroup G all A B\nquorum G\n`);
  const cpuBefore = process.cpuUsage();
  const verifying = process.hrtime.bigint();
  const code = main([bundle, '--policy', policy]);
  const verified = seconds(verifying);
  const cpu = process.cpuUsage(cpuBefore);
  if (code !== 0) throw new Error(`not sound: ${code}`);

  const places = Array.from({ length: proofs }, () => Math.floor(Math.random() * count));
  const root = rootAt(node, count);
  const including = process.hrtime.bigint();
  for (const at of places) {
    const leaf = node(0, at);
    if (!verifyInclusion(leaf, at, count, inclusionProof(node, at, count), root)) throw new Error('not included');
  }
  const included = seconds(including);
  const growing = process.hrtime.bigint();
  for (const at of places) {
    const old = rootAt(node, at + 1);
    if (!verifyConsistency(at + 1, count, consistencyProof(node, at + 1, count), old, root))
      throw new Error('not consistent');
  }
  const grown = seconds(growing);

  const figures = {
    measuredAt: new Date().toISOString(),
    node: process.version,
    machine: `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${arch()}`,
    leaves: count,
    checkpoints: Math.floor(count / sealEvery),
    secondsToMake: round(made),
    secondsToVerify: round(verified),
    ofThatCpuSeconds: round((cpu.user + cpu.system) / 1e6),
    leavesVerifiedPerSecond: Math.round(count / verified),
    inclusionProofsMadeAndVerifiedPerSecond: Math.round(proofs / included),
    consistencyProofsMadeAndVerifiedPerSecond: Math.round(proofs / grown),
    peakMemoryMB: Math.round(process.resourceUsage().maxRSS / 1_024),
  };
  const results = join(import.meta.dirname, 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, `${count}.json`), `${JSON.stringify(figures, undefined, 2)}\n`);
  process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
