import { deriveId, Refusal } from '#decider';
import { CommandReused, Conflict, type Instant, type RecordedEvent, type Request } from '#event-log';
import { canonicalJson } from '#service';
import { deciders } from '../capabilities.js';
import { type Platform, send } from '../platform.js';
import { caseSteps, type CaseRow } from './domain/case-row.js';
import { type CellError, codeOfRefusal, type ErrorCode } from './domain/errors.js';
import { referralSteps, type HandedCase, type ReferralRow } from './domain/referral-row.js';
import type { Mention, Owner, Step } from './domain/row.js';

export type Row = CaseRow | ReferralRow;

/** What a row comes to: `continued` has steps that were imported before, and new ones after them. */
export type Outcome = 'created' | 'continued' | 'unchanged';

/** A row that can be recorded, as the commands that are not in the log yet. */
export interface Plan {
  readonly outcome: Outcome;
  readonly category: string;
  readonly requests: readonly (Request<unknown> & { readonly column: string })[];
}

/** The row cannot be recorded. */
export class RowRefused extends Error {
  constructor(readonly error: CellError) {
    super(error.code);
  }
}

const categories = { cases: 'case', referrals: 'referral' } as const;
const stepNames: Readonly<Record<Row['kind'], readonly string[]>> = { cases: caseSteps, referrals: referralSteps };

/** Where rows meet the log: which of their steps it holds, which it would take, and taking them. */
export class Records {
  readonly #organizations = new Map<string, ReadonlySet<string> | undefined>();

  constructor(
    private readonly platform: Platform,
    private readonly actor: string,
    /** Institutions are looked up in the directory. */
    private readonly directory: boolean,
  ) {}

  /** Secret and stable: whoever does not hold the deployment's secret cannot tell which outside id it stands for. */
  async keyOf(kind: string, { institution, externalId }: Owner): Promise<string> {
    return this.platform.vault.mac(`import/${kind}`, JSON.stringify([institution, externalId]));
  }

  /**
   * Compares a row with the log, and asks the rules about every step that is new.
   * @throws RowRefused
   */
  async plan(row: Row, key: string): Promise<Plan> {
    for (const mention of row.mentions) await this.#checkMention(mention);
    const category = categories[row.kind];
    const id = deriveId(key, category);
    const steps = await this.#steps(row);
    const requests = await Promise.all(steps.map((step) => this.#request(id, key, step)));
    const { decider, state, commands } = await this.#load(category, id);
    const named = new Set(steps.map(({ name }) => name));
    const lost = stepNames[row.kind].some((name) => !named.has(name) && commands.has(deriveId(key, name)));
    const fresh = requests.filter(({ commandId }) => !commands.has(commandId));
    const old = requests.length - fresh.length;
    for (const [index, { commandId, fingerprint, column }] of requests.entries()) {
      const known = commands.has(commandId);
      const changed = known && commands.get(commandId) !== fingerprint;
      // What is new comes after what is there: history is continued, never rewritten.
      if (changed || (!known && index < old)) throw refusal(column, 'changed-row');
    }
    if (lost) throw refusal('', 'changed-row');
    this.#simulate(decider, state, fresh);
    return { category, requests: fresh, outcome: fresh.length === 0 ? 'unchanged' : old > 0 ? 'continued' : 'created' };
  }

  /**
   * Records what a plan holds, one command after the other. Cut off, it is taken up by the next import.
   * @throws RowRefused somebody else was at the same record
   */
  async record({ category, requests }: Plan): Promise<void> {
    for (const { column, ...request } of requests) {
      try {
        await send(this.platform, category, request);
      } catch (error) {
        if (error instanceof Refusal) throw refusal(column, codeOfRefusal(error.code));
        if (error instanceof CommandReused) throw refusal(column, 'changed-row');
        if (error instanceof Conflict) throw refusal(column, 'conflict');
        throw error;
      }
    }
  }

  async #steps(row: Row): Promise<readonly Step[]> {
    if (row.kind === 'referrals') return row.steps(await this.#handedCase(row));
    const { person, institution } = row;
    if (person === undefined) return row.steps(undefined);
    return row.steps(deriveId(await this.keyOf('person', { institution, externalId: person }), 'person'));
  }

  async #request(id: string, key: string, { name, column, at, command }: Step): Promise<Plan['requests'][number]> {
    const now = this.platform.clock.now();
    return {
      id,
      column,
      command,
      commandId: deriveId(key, name),
      correlationId: deriveId(key, 'row'),
      // Of what the file says, so that the same row is the same at whatever time of its day it was first imported.
      fingerprint: await this.platform.vault.mac('import/fingerprint', canonicalJson({ command, at })),
      effectiveAt: at < now ? at : now,
      actor: this.actor,
      origin: 'import',
    };
  }

  /** Has the rules decide every step on the state the ones before it lead to. Writes nothing. */
  #simulate(decider: AnyDecider, before: unknown, requests: Plan['requests']): void {
    let state = before;
    for (const { command, commandId, effectiveAt = '', column } of requests) {
      const recordedAt = this.platform.clock.now();
      const context = { effectiveAt, recordedAt, actor: this.actor, commandId, origin: 'import' };
      try {
        const events = decider.decide(command, state, context);
        // The rules see no change in it: somebody recorded this step by another way.
        if (events.length === 0) throw refusal(column, 'already-recorded');
        for (const event of events) state = decider.evolve(state, event);
      } catch (error) {
        if (error instanceof Refusal) throw refusal(columnOfRefusal[error.code] ?? column, codeOfRefusal(error.code));
        throw error;
      }
    }
  }

  /** The case a referral hands on, read from the log: views may not have come to it yet. */
  async #handedCase(row: ReferralRow): Promise<HandedCase> {
    const id = deriveId(await this.keyOf('cases', row.case), 'case');
    const first = await this.#first(`case-${id}`);
    if (first === undefined) throw refusal('case_external_id', 'unknown-case');
    const { code, country, district, person } = first.data as Omit<HandedCase, 'id'>;
    const known = { id, code, country, district, person };
    const [sent] = row.steps(known);
    if (sent !== undefined && sent.at < openedAt(first)) throw refusal('sent_at', 'out-of-order');
    return known;
  }

  async #first(stream: string): Promise<RecordedEvent | undefined> {
    for await (const event of this.platform.log.readStream(stream, { until: 1 })) return event;
    return undefined;
  }

  async #checkMention({ column, organization, service }: Mention): Promise<void> {
    if (!this.directory) return;
    if (!this.#organizations.has(organization)) {
      const { state } = await this.#load('organization', organization);
      const { registered, services } = state as { registered: boolean; services: Readonly<Record<string, unknown>> };
      this.#organizations.set(organization, registered ? new Set(Object.keys(services)) : undefined);
    }
    const services = this.#organizations.get(organization);
    if (services === undefined) throw refusal(column, 'unknown-institution');
    if (service !== undefined && !services.has(service)) throw refusal('service', 'unknown-service');
  }

  /** What a stream has come to: its state, and the commands in it with their fingerprints. */
  async #load(category: string, id: string) {
    const decider = deciders.find((each) => each.category === category);
    if (decider === undefined) throw new Error(`no rules for ${category}`);
    let state = decider.initial;
    const commands = new Map<string, string | undefined>();
    for await (const { type, data, metadata } of this.platform.log.readStream(`${category}-${id}`)) {
      state = decider.evolve(state, decider.events.decode(type, Number(metadata['schema']), data));
      const { commandId, fingerprint } = metadata;
      if (commandId !== undefined) commands.set(commandId, fingerprint);
    }
    return { decider, state, commands };
  }
}

type AnyDecider = (typeof deciders)[number];

/** Where a refusal is about another cell than the step's stamp. */
const columnOfRefusal: Readonly<Record<string, string>> = {
  'case/principal-not-among-types': 'principal',
  'purpose/refused': 'purpose',
  'referral/to-oneself': 'to',
  'referral/served-without-attention': 'attended_at',
};

const refusal = (column: string, code: ErrorCode) => new RowRefused({ column, code });

const openedAt = ({ metadata }: RecordedEvent): Instant => metadata['effectiveAt'] ?? '';
