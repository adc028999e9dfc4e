import { type Decider, type EventOf, Refusal } from '#decider';
import {
  refuseBadCode,
  refuseBadDistrict,
  refuseBadId,
  refuseUnknownCountry,
  refuseUnlisted,
} from '../../protocol/index.js';
import { type AssemblyEvents, assemblyEvents } from './assembly-events.js';
import { refuseBadNumber, refuseNotYet } from './refusing.js';

type Held = AssemblyEvents['AssemblyHeld'];

export type AssemblyCommand =
  ({ readonly do: 'hold' } & Held) | { readonly do: 'pass-on'; readonly board: string; readonly agreement: string };

export interface Assembly {
  readonly held: boolean;
  readonly agreements: readonly string[];
}

/** More people than any community assembles. */
const most = 100_000;

/** The rules of an assembly's act: written once; what it asked for may become agreements of boards. */
export const assemblyDecider: Decider<AssemblyCommand, AssemblyEvents, Assembly> = {
  category: 'assembly',
  events: assemblyEvents,
  initial: { held: false, agreements: [] },
  decide: (command, { held, agreements }, { recordedAt }): readonly EventOf<AssemblyEvents>[] => {
    if (command.do === 'hold') {
      if (held) throw new Refusal('assembly/exists', 'its act is written already');
      return hold(command, recordedAt);
    }
    if (!held) throw new Refusal('assembly/unknown', 'there is no such assembly', 'unknown');
    const { board, agreement } = command;
    if (agreements.includes(agreement)) return [];
    refuseBadCode('community', board);
    refuseBadId('community', agreement);
    return [{ type: 'AssemblyHeardByBoard', data: { board, agreement } }];
  },
  evolve: (state, event) =>
    event.type === 'AssemblyHeld'
      ? { ...state, held: true }
      : { ...state, agreements: [...state.agreements, event.data.agreement] },
};

function hold(
  { do: _, ...told }: { readonly do: 'hold' } & Held,
  recordedAt: string,
): readonly EventOf<AssemblyEvents>[] {
  const { country, district, community, institution, on, languages, attended } = told;
  refuseUnknownCountry('community', country);
  refuseBadDistrict('community', country, district);
  for (const code of [community, institution]) refuseBadCode('community', code);
  refuseNotYet('community', on, { country, recordedAt });
  if (languages.length === 0) throw new Refusal('assembly/no-language', 'it was held in some language', 'invalid');
  for (const language of languages) refuseUnlisted(country, 'motherTongues', language);
  for (const [sex, number] of Object.entries(attended)) {
    refuseUnlisted(country, 'sexes', sex);
    refuseBadNumber('community', number, 0, most);
  }
  return [{ type: 'AssemblyHeld', data: told }];
}
