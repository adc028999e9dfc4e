import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventLog, NewEvent } from '#event-log';
import { sqliteLog } from '#event-log/sqlite';
import { sqliteLedgerStore } from '../adapters/sqlite/index.js';
import {
  keyTypes,
  Ledger,
  newSigner,
  requestText,
  Sequencer,
  type Signer,
  verifierKeyText,
  Witness,
  witnessRecord,
} from '../index.js';

/** Seconds since 1970 at which the witnesses of a record look. */
export const lookedAt = 1_700_000_000;

/** An event as something of the product would write it, with a section that looks sealed. */
export function anEvent(n: number): NewEvent {
  return {
    id: `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`,
    type: n % 3 === 0 ? 'ThingOpened' : 'ThingMoved',
    data: { n, who: { v: 1, dekId: `key-${n % 4}`, dekVersion: 1, iv: 'aXY', ct: `Y3Q${n}`, tag: 'dGFn' } },
    metadata: {
      actor: `actor-${n % 2}`,
      commandId: `command-${n}`,
      effectiveAt: '2026-03-02T10:00:00.000Z',
      recordedAt: '2026-03-02T10:00:01.000Z',
      schema: '1',
    },
  };
}

/** A log in a file with its ledger and two witnesses, in a folder of its own. */
export class RecordOnDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'record-'));
  readonly signer: Signer = newSigner('record.example/events', keyTypes.log);
  readonly witnesses: readonly Witness[];
  readonly witnessSigners: readonly Signer[];
  readonly #records = ['one', 'two'].map((name) => witnessRecord(join(this.folder, `witness-${name}.db`)));
  #log: EventLog | undefined;
  #ledger: Ledger | undefined;
  #written = 0;

  constructor() {
    this.witnessSigners = ['one', 'two'].map((name) => newSigner(`witness.example/${name}`, keyTypes.witness));
    this.witnesses = this.#records.map((record, index) => {
      const signer = this.witnessSigners[index] ?? newSigner('nobody', keyTypes.witness);
      return new Witness({ signer, logs: [this.signer.key], record, now: () => lookedAt * 1_000 });
    });
  }

  get logPath(): string {
    return join(this.folder, 'log.db');
  }

  get ledgerPath(): string {
    return join(this.folder, 'ledger.db');
  }

  get log(): EventLog {
    return (this.#log ??= sqliteLog({ path: this.logPath }));
  }

  get ledger(): Ledger {
    return (this.#ledger ??= new Ledger(sqliteLedgerStore({ path: this.ledgerPath }), this.signer));
  }

  /** Whom an auditor of this record trusts: both witnesses have to sign. */
  get policy(): string {
    const [one, two] = this.witnesses.map(({ key }) => verifierKeyText(key));
    return `log ${verifierKeyText(this.signer.key)}\nwitness A ${one}\nwitness B ${two}\ngroup both all A B\nquorum both\n`;
  }

  /** Appends events to three streams in turn. */
  async write(count: number): Promise<void> {
    for (let n = 0; n < count; n += 1) {
      await this.log.append(`thing-${this.#written % 3}`, Math.floor(this.#written / 3), [anEvent(this.#written)]);
      this.#written += 1;
    }
  }

  /** Gives every event its leaf and signs, as a server does. */
  async seal(): Promise<void> {
    const { position } = this.ledger;
    for await (const { events } of this.log.readAll(position === undefined ? {} : { after: position })) {
      this.ledger.add(events);
    }
    this.ledger.seal(lookedAt * 1_000);
  }

  /** Has the last checkpoint signed by both witnesses. */
  cosign(old: number): void {
    const { latest: checkpoint } = this.ledger;
    if (checkpoint === undefined) throw new Error('nothing to sign');
    const request = requestText({ old, consistency: this.ledger.consistency(old, checkpoint.size), checkpoint });
    for (const witness of this.witnesses) {
      const { status, body } = witness.addCheckpoint(request);
      if (status !== 200) throw new Error(`${status} ${body}`);
      this.ledger.cosigned(checkpoint.size, body, [witness.key]);
    }
  }

  /** A server on this record: compared first, as at every start. */
  sequencer(): Sequencer {
    return new Sequencer({ log: this.log, ledger: this.ledger, now: () => lookedAt * 1_000 });
  }

  /** Lets go of the files, so that others can change them. */
  async close(): Promise<void> {
    this.#ledger?.close();
    await this.#log?.close();
    this.#ledger = undefined;
    this.#log = undefined;
  }

  async dispose(): Promise<void> {
    await this.close();
    for (const record of this.#records) record.close();
    rmSync(this.folder, { recursive: true });
  }
}
