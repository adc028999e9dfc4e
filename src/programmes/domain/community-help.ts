import { type Decider, type EventOf, personal, Refusal } from '#decider';
import {
  jurisdiction,
  refuseAgeBand,
  refuseBadCode,
  refuseBadDistrict,
  refuseBadId,
  refuseUnknownCountry,
  refuseUnlisted,
} from '../../protocol/index.js';
import { type HelpEvents, helpEvents } from './community-help-events.js';

type Recorded = HelpEvents['HelpRecorded'];

export type HelpCommand =
  | ({ readonly do: 'record'; readonly contact?: string } & Omit<Recorded, 'contact'>)
  | { readonly do: 'continue'; readonly council: string; readonly act: string };

export interface Help {
  readonly recorded?: Pick<Recorded, 'council' | 'country' | 'district' | 'matter'>;
}

type Event = EventOf<HelpEvents>;
type Of<C extends HelpCommand['do']> = Extract<HelpCommand, { do: C }>;

/**
 * The rules of what a volunteer does: reports, accompanies, helps to execute a measure. What the law keeps from everybody,
 * to settle violence, is refused with its norm.
 */
export const helpDecider: Decider<HelpCommand, HelpEvents, Help> = {
  category: 'help',
  events: helpEvents,
  initial: {},
  decide: (command, { recorded }) => {
    if (command.do === 'record') return record(command, recorded !== undefined);
    if (recorded === undefined) throw new Refusal('help/unknown', 'there is no such record', 'unknown');
    const { council, act } = command;
    if (recorded.council !== council) throw new Refusal('help/not-yours', 'another council helped');
    refuseBadAct(recorded.country, act);
    if (act === 'HANDED_ON') throw new Refusal('help/handed-on-at-once', 'it is handed on when it is recorded');
    return [{ type: 'HelpContinued', data: { ...recorded, act } }];
  },
  evolve: (state, event) => {
    if (event.type === 'HelpContinued') return state;
    const { council, country, district, matter } = event.data;
    return { recorded: { council, country, district, matter } };
  },
};

function record({ do: _, contact, ...told }: Of<'record'>, exists: boolean): readonly Event[] {
  if (exists) throw new Refusal('help/exists', 'it is recorded already');
  const { country, acts, handed } = told;
  refuseUnknownCountry('community', country);
  for (const code of [told.council, told.community]) refuseBadCode('community', code);
  refuseBadDistrict('community', country, told.district);
  refuseBadId('community', told.person);
  refuseUnlisted(country, ['violenceTypes', 'communityMatters'], told.matter);
  refuseUnlisted(country, 'sexes', told.sex);
  refuseAgeBand(country, told.ageBand);
  refuseUnlisted(country, 'communityLanguages', told.language);
  for (const act of acts) refuseBadAct(country, act);
  if (acts.length === 0) throw new Refusal('help/nothing-done', 'it does not say what was done', 'invalid');
  if (acts.includes('HANDED_ON') !== (handed !== undefined)) {
    throw new Refusal('help/handed-on-to-nobody', 'what is handed on goes to an institution', 'invalid');
  }
  if (handed !== undefined) {
    for (const id of [handed.case, handed.referral]) refuseBadId('community', id);
    refuseBadCode('community', handed.to);
  }
  const sealed = contact === undefined ? {} : { contact: personal(told.person, 'contact', contact) };
  return [{ type: 'HelpRecorded', data: { ...told, ...sealed } }];
}

/** @throws Refusal `help/settles-nothing` what the law bars, with its norm; `code/not-listed` */
function refuseBadAct(country: string, act: string): void {
  const barred = jurisdiction(country).refusedPurposes.find(({ code }) => code === act);
  if (barred !== undefined) {
    const { reason_es, norm, legalRef } = barred;
    throw new Refusal('help/settles-nothing', `${reason_es} (${norm}, ${legalRef})`, 'invalid');
  }
  refuseUnlisted(country, 'communityActs', act);
}
