import { type Context, deriveId, type EventOf, Refusal } from '#decider';
import { dataCategories, refuseNotIn, refuseUnknownCountry, rightsReasons } from '../../protocol/index.js';
import { backupsGone } from './retention.js';
import type { Subject } from './subject.js';
import type { ErasureStep, SubjectEvents } from './subject-events.js';

export type ErasureCommand =
  | ({ readonly do: 'ask' } & Omit<SubjectEvents['ErasureAsked'], 'erasure'>)
  | { readonly do: 'approve'; readonly erasure: string; readonly institution: string }
  | { readonly do: 'refuse'; readonly erasure: string; readonly institution: string; readonly reason: string }
  | StepCommand;

/** What carries an erasure out says it has done, or could not do. Nobody else sends these. */
export type StepCommand =
  | { readonly do: 'fenced'; readonly erasure: string }
  | { readonly do: 'destroyed'; readonly erasure: string; readonly keys: number }
  | { readonly do: 'purged'; readonly erasure: string; readonly places: readonly string[] }
  | { readonly do: 'certify'; readonly erasure: string; readonly liveKeys: number; readonly backupDays: number }
  | { readonly do: 'hold-up'; readonly erasure: string; readonly step: ErasureStep; readonly why: string };

/** An erasure that is neither refused nor certified. */
export interface UnderWay {
  readonly asked: SubjectEvents['ErasureAsked'];
  readonly askedBy: string;
  readonly status: 'asked' | 'approved' | 'fenced' | 'destroyed' | 'purged';
  /** The holds it was last deferred for. */
  readonly deferredFor?: readonly string[];
  readonly keys?: number;
  readonly places?: readonly string[];
  readonly heldUp?: SubjectEvents['ErasureHeldUp'] | undefined;
}

type Event = EventOf<SubjectEvents>;
type Of<C extends ErasureCommand['do']> = Extract<ErasureCommand, { do: C }>;

/** Somebody asks. Under a hold it is taken down, and deferred in the same breath. */
export function ask({ do: _, ...asked }: Of<'ask'>, state: Subject, { commandId }: Context): readonly Event[] {
  const { person, country, categories } = asked;
  refuseUnknownCountry('erasure', country);
  if (state.erasure !== undefined) {
    throw new Refusal('erasure/under-way', 'an erasure of this person is under way', 'illegal', ['approve', 'refuse']);
  }
  if (categories?.length === 0) throw new Refusal('erasure/nothing', 'no kind of data is named', 'invalid');
  for (const category of categories ?? []) refuseNotIn(dataCategories, category);
  if (isErased(state, categories)) throw new Refusal('erasure/done', 'these data are erased', 'illegal', []);
  const erasure = deriveId(commandId, 'erasure');
  const event: Event = { type: 'ErasureAsked', data: { ...asked, erasure } };
  return state.holds.length === 0 ? [event] : [event, deferred(person, erasure, state.holds)];
}

function isErased({ erased }: Subject, categories: readonly string[] | undefined): boolean {
  if (erased === 'all') return true;
  return categories !== undefined && categories.every((each) => erased.includes(each));
}

const deferred = (person: string, erasure: string, holds: readonly string[]): Event => ({
  type: 'ErasureDeferred',
  data: { person, erasure, holds },
});

/** A second person decides. */
export function decideOn(
  command: Of<'approve'> | Of<'refuse'>,
  { person, erasure, holds }: Subject,
  { actor }: Context,
): readonly Event[] {
  const { erasure: id, institution } = command;
  if (erasure?.asked.erasure !== id) throw new Refusal('erasure/unknown', 'no such erasure is under way', 'unknown');
  const { status, askedBy, deferredFor } = erasure;
  if (command.do === 'approve' && status !== 'asked') return [];
  if (status !== 'asked') throw new Refusal('erasure/approved', 'it was approved, and cannot be stopped');
  if (actor === askedBy) throw new Refusal('erasure/same-person', 'whoever asked does not decide as well');
  if (command.do === 'refuse') {
    refuseNotIn(rightsReasons, command.reason);
    return [{ type: 'ErasureRefused', data: { person, erasure: id, institution, reason: command.reason } }];
  }
  if (holds.length === 0) return [{ type: 'ErasureApproved', data: { person, erasure: id, institution } }];
  if (holds.join() === deferredFor?.join()) throw new Refusal('erasure/held', 'a legal hold stands', 'illegal', []);
  return [deferred(person, id, holds)];
}

/** Each step once, in its order. A step that comes again changes nothing; one that comes too early is a fault. */
export function continueWith(command: StepCommand, { person, erasure }: Subject, context: Context): readonly Event[] {
  // Certified already: the last step came twice.
  if (erasure?.asked.erasure !== command.erasure) return [];
  const { status, asked, heldUp } = erasure;
  const of = { person, erasure: command.erasure };
  const { categories } = asked;
  const among = categories === undefined ? {} : { categories };
  switch (command.do) {
    case 'fenced':
      return inTurn(status, 'approved', () => ({ type: 'ErasureFenced', data: { ...of, ...among } }));
    case 'destroyed':
      return inTurn(status, 'fenced', () => ({ type: 'KeysDestroyed', data: { ...of, keys: command.keys } }));
    case 'purged':
      return inTurn(status, 'destroyed', () => ({ type: 'TracesPurged', data: { ...of, places: command.places } }));
    case 'certify': {
      if (command.liveKeys > 0) throw new Refusal('erasure/live-keys', 'a key is left: nothing is certified');
      const { country, institution } = asked;
      const { backupDays } = command;
      const { keys = 0, places = [] } = erasure;
      const gonePast = backupsGone(country, context.recordedAt, backupDays);
      const data = { ...of, country, institution, ...among, keys, places, backupDays, gonePast };
      return inTurn(status, 'purged', () => ({ type: 'SubjectErased', data }));
    }
    case 'hold-up': {
      const { step, why } = command;
      if (status === 'asked' || (heldUp?.step === step && heldUp.why === why)) return [];
      return [{ type: 'ErasureHeldUp', data: { ...of, step, why } }];
    }
  }
}

const order: readonly UnderWay['status'][] = ['asked', 'approved', 'fenced', 'destroyed', 'purged'];

function inTurn(status: UnderWay['status'], after: UnderWay['status'], happened: () => Event): readonly Event[] {
  const [now, wanted] = [order.indexOf(status), order.indexOf(after)];
  if (now < wanted) throw new Refusal('erasure/out-of-turn', `it is ${status}, not ${after}`);
  return now === wanted ? [happened()] : [];
}
