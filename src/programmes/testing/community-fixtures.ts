import type { EventOf } from '#decider';
import { sealedSection } from './enrolment-fixtures.js';
import type { AlertCommand } from '../domain/alert.js';
import type { AlertEvents } from '../domain/alert-events.js';
import type { AssemblyCommand } from '../domain/assembly.js';
import type { AssemblyEvents } from '../domain/assembly-events.js';
import type { HelpCommand } from '../domain/community-help.js';
import type { HelpEvents } from '../domain/community-help-events.js';
import type { CouncilCommand } from '../domain/council.js';
import type { CouncilEvents } from '../domain/council-events.js';
import type { NetworkCommand } from '../domain/network.js';
import type { NetworkEvents } from '../domain/network-events.js';

/** A council of a community, its network, and what they record, as the specs of this capability tell it. */
export const council = 'pe-080708-defensoria';
export const network = 'pe-080101-coordinadora';
export const demuna = 'pe-080708-demuna';
export const helpId = 'c0111000-0000-8000-8000-000000000001';
export const alertId = 'c0111000-0000-8000-8000-000000000002';
export const assemblyId = 'c0111000-0000-8000-8000-000000000003';
export const agreementId = 'a9000000-0000-8000-8000-000000000001';
const person = 'c0111000-0000-8000-8000-00000000000a';
const handed = {
  case: 'c0111000-0000-8000-8000-00000000000b',
  referral: 'c0111000-0000-8000-8000-00000000000c',
  to: demuna,
};

type Council<T extends keyof CouncilEvents = keyof CouncilEvents> = EventOf<CouncilEvents, T>;
type Network<T extends keyof NetworkEvents = keyof NetworkEvents> = EventOf<NetworkEvents, T>;
type Help<T extends keyof HelpEvents = keyof HelpEvents> = EventOf<HelpEvents, T>;
type Alert<T extends keyof AlertEvents = keyof AlertEvents> = EventOf<AlertEvents, T>;
type Assembly<T extends keyof AssemblyEvents = keyof AssemblyEvents> = EventOf<AssemblyEvents, T>;

const about = {
  ...{ council, country: 'PE', name: 'Defensoría de prueba', district: '080708' },
  kind: 'COMMUNITY_DEFENDER',
  ...{ communities: ['ccapi', 'quilli'], on: '2020-05-10' },
} as const;
const term = { defender: 'D-01', from: '2024-01-01', until: '2025-12-31', training: 'IN_TRAINING' } as const;
const recognition = { by: 'pe-080708-municipalidad', on: '2021-03-01', norm: 'RA-12-2021' } as const;

export const founding = { do: 'found', ...about } as const satisfies CouncilCommand;
export const founded: Council<'CouncilFounded'> = { type: 'CouncilFounded', data: about };
export const recognising = { do: 'recognise', ...recognition } as const satisfies CouncilCommand;
export const recognised: Council<'CouncilRecognised'> = {
  type: 'CouncilRecognised',
  data: { council, ...recognition },
};
export const joined: Council<'CouncilJoined'> = {
  type: 'CouncilJoined',
  data: { council, network, from: '2022-01-01' },
};
export const leftNetwork: Council<'CouncilLeft'> = {
  type: 'CouncilLeft',
  data: { council, network, until: '2025-06-30' },
};
export const naming = { do: 'name-defender', ...term } as const satisfies CouncilCommand;
export const named: Council<'DefenderNamed'> = { type: 'DefenderNamed', data: { council, ...term } };
export const trained: Council<'DefenderTrained'> = {
  type: 'DefenderTrained',
  data: { council, defender: 'D-01', training: 'TRAINED', on: '2024-08-01' },
};
export const released: Council<'DefenderLeft'> = {
  type: 'DefenderLeft',
  data: { council, defender: 'D-01', until: '2025-03-31' },
};
export const ended: Council<'CouncilEnded'> = {
  type: 'CouncilEnded',
  data: { council, on: '2026-01-31', reason: 'MERGED' },
};

const federation = {
  ...{ network, country: 'PE', name: 'Coordinadora de prueba', territory: ['080708', '080101'], on: '2010-11-20' },
} as const;
export const federating = { do: 'found', ...federation } as const satisfies NetworkCommand;
export const federated: Network<'NetworkFounded'> = { type: 'NetworkFounded', data: federation };
export const networkRecognised: Network<'NetworkRecognised'> = {
  type: 'NetworkRecognised',
  data: { network, ...recognition },
};
export const networkEnded: Network<'NetworkEnded'> = {
  type: 'NetworkEnded',
  data: { network, on: '2026-01-31', reason: 'DECIDED' },
};

const told = {
  ...{ council, country: 'PE', district: '080708', community: 'ccapi', person },
  ...{ matter: 'PSYCHOLOGICAL', sex: 'F', ageBand: '26-29', language: 'QU' },
} as const;
export const helping = { do: 'record', ...told, acts: ['ACCOMPANIED', 'INFORMED'] } as const satisfies HelpCommand;
export const helped: Help<'HelpRecorded'> = {
  type: 'HelpRecorded',
  data: { ...told, acts: ['ACCOMPANIED', 'INFORMED'] },
};
export const handingOn = {
  ...{ do: 'record', ...told, acts: ['ACCOMPANIED', 'HANDED_ON'], handed, contact: 'demo' },
} as const satisfies HelpCommand;
export const handedOn: Help<'HelpRecorded'> = {
  type: 'HelpRecorded',
  data: { ...told, acts: ['ACCOMPANIED', 'HANDED_ON'], handed, contact: sealedSection },
};
export const continued: Help<'HelpContinued'> = {
  type: 'HelpContinued',
  data: { council, country: 'PE', district: '080708', matter: 'PSYCHOLOGICAL', act: 'HELPED_EXECUTE' },
};

const seen = {
  ...{ country: 'PE', district: '080708', place: 'ie-50001', topic: 'GIRLS_RECRUITED', source: 'STUDENT_COUNCIL' },
  ...{ institution: 'pe-080708-colegio', to: demuna },
} as const;
/** Five business days after Wednesday, 1 October 2025; the 8th is a holiday. */
const deadline = { due: '2025-10-10T04:59:59.999Z', rule: 'PE-P13a', version: 1 };
export const raising = { do: 'raise', ...seen } as const satisfies AlertCommand;
export const raised: Alert<'AlertRaised'> = { type: 'AlertRaised', data: { ...seen, deadline } };
export const taken: Alert<'AlertTaken'> = { type: 'AlertTaken', data: { institution: demuna } };
export const cameBack: Alert<'AlertCameBack'> = {
  type: 'AlertCameBack',
  data: {
    ...{ to: demuna, was: deadline.due, times: 1 },
    deadline: { ...deadline, due: '2025-10-18T04:59:59.999Z' },
  },
};
export const referred: Alert<'AlertReferred'> = {
  type: 'AlertReferred',
  data: { institution: demuna, ...handed, to: 'pe-080708-comisaria' },
};
export const answered: Alert<'AlertAnswered'> = {
  type: 'AlertAnswered',
  data: { institution: demuna, answer: 'PATROLLED' },
};
export const closed: Alert<'AlertClosed'> = {
  type: 'AlertClosed',
  data: { institution: demuna, reason: 'NOT_CONFIRMED' },
};

const act = {
  ...{ country: 'PE', district: '080708', community: 'ccapi', institution: council, on: '2025-09-28' },
  ...{ languages: ['QU', 'ES'], attended: { F: 26, M: 14 } },
} as const;
export const assembling = { do: 'hold', ...act } as const satisfies AssemblyCommand;
export const assembled: Assembly<'AssemblyHeld'> = { type: 'AssemblyHeld', data: act };
export const heard: Assembly<'AssemblyHeardByBoard'> = {
  type: 'AssemblyHeardByBoard',
  data: { board: 'mesa-080708', agreement: agreementId },
};

/** Every event with every field it can have, as stored. A field that is added must be added here as well. */
export const completeCouncil = {
  CouncilFounded: founded.data,
  CouncilRecognised: recognised.data as Required<CouncilEvents['CouncilRecognised']>,
  CouncilJoined: joined.data,
  CouncilLeft: leftNetwork.data,
  DefenderNamed: named.data as Required<CouncilEvents['DefenderNamed']>,
  DefenderTrained: trained.data,
  DefenderLeft: released.data,
  CouncilEnded: ended.data,
} satisfies { readonly [T in keyof CouncilEvents]: Required<CouncilEvents[T]> };

export const completeNetwork = {
  NetworkFounded: federated.data,
  NetworkRecognised: networkRecognised.data as Required<NetworkEvents['NetworkRecognised']>,
  NetworkEnded: networkEnded.data,
} satisfies { readonly [T in keyof NetworkEvents]: Required<NetworkEvents[T]> };

export const completeHelp = {
  HelpRecorded: handedOn.data as Required<HelpEvents['HelpRecorded']>,
  HelpContinued: continued.data,
} satisfies { readonly [T in keyof HelpEvents]: Required<HelpEvents[T]> };

export const completeAlert = {
  AlertRaised: raised.data as Required<AlertEvents['AlertRaised']>,
  AlertTaken: taken.data,
  AlertCameBack: cameBack.data as Required<AlertEvents['AlertCameBack']>,
  AlertReferred: referred.data,
  AlertAnswered: answered.data,
  AlertClosed: closed.data,
} satisfies { readonly [T in keyof AlertEvents]: Required<AlertEvents[T]> };

export const completeAssembly = {
  AssemblyHeld: assembled.data,
  AssemblyHeardByBoard: heard.data,
} satisfies { readonly [T in keyof AssemblyEvents]: Required<AssemblyEvents[T]> };
