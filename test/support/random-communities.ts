import { deriveId } from '#decider';
import * as the from '../../src/programmes/testing/community-fixtures.js';
import { org } from './history.js';
import type { Command, Moment } from './random-boards.js';

const day = 86_400_000;
const later = (now: string, days: number): string => new Date(Date.parse(now) + days * day).toISOString().slice(0, 10);

/** One of two councils, and things of its own. */
const councilOf = ({ on }: Moment): string => `${the.council}-${on}`;
const idOf = (what: string, { on, with: n }: Moment): string => deriveId('random', what, (on + n) % 3);

const council = (moment: Moment, command: object): Command => ['council', councilOf(moment), command];
const founding = (moment: Moment): Command => council(moment, { ...the.founding, council: councilOf(moment) });
const federating: Command = ['network', the.network, the.federating];
const alert = (moment: Moment, command: object): Command => ['alert', idOf('alert', moment), command];
const raising = (moment: Moment): Command => alert(moment, the.raising);

const helping = (moment: Moment, command: object): Command => [
  'help',
  idOf('help', moment),
  { ...command, council: councilOf(moment) },
];

const institution = org('cem');

const scenes: readonly ((moment: Moment) => readonly Command[])[] = [
  (moment) => [
    founding(moment),
    council(moment, the.recognising),
    council(moment, { do: 'join', network: the.network, from: '2022-01-01' }),
    council(moment, { ...the.naming, defender: `D-0${moment.with}` }),
  ],
  (moment) => [
    founding(moment),
    council(moment, { ...the.naming, defender: `D-0${moment.with}` }),
    council(moment, { do: 'train-defender', defender: `D-0${moment.with}`, training: 'TRAINED', on: '2025-02-01' }),
    council(moment, { do: 'release-defender', defender: 'D-01', until: later(moment.now, moment.with) }),
    council(moment, moment.with > 3 ? { do: 'leave', until: later(moment.now, 0) } : the.naming),
  ],
  (moment) => [founding(moment), council(moment, { do: 'end', on: later(moment.now, 0), reason: 'DECIDED' })],
  (moment) => [
    federating,
    ['network', the.network, the.recognising],
    ...(moment.with === 5
      ? [['network', the.network, { do: 'end', on: later(moment.now, 0), reason: 'DECIDED' }] as const]
      : []),
  ],
  (moment) => [
    helping(moment, moment.with % 2 === 0 ? the.handingOn : the.helping),
    helping(moment, { do: 'continue', act: moment.with % 2 === 0 ? 'ACCOMPANIED' : 'HELPED_EXECUTE' }),
  ],
  (moment) => [raising(moment)],
  (moment) => [
    raising(moment),
    ...[
      { do: 'take', institution },
      { do: 'answer', institution, answer: 'VISITED' },
      { do: 'close', institution, reason: 'DUPLICATE' },
      { ...the.referred.data, do: 'refer', institution },
    ]
      .filter((_, nth) => nth === moment.with)
      .map((step) => alert(moment, step)),
  ],
  (moment) => [
    ['assembly', idOf('assembly', moment), the.assembling],
    [
      'assembly',
      idOf('assembly', moment),
      { do: 'pass-on', board: 'mesa-150112', agreement: idOf('agreement', moment) },
    ],
  ],
];

/** What may happen in communities at some moment: a handful of commands, some of which the rules refuse. */
export const inCommunities = (moment: Moment): readonly Command[] =>
  scenes[(moment.index * 5 + moment.with + moment.on) % scenes.length]?.(moment) ?? [];
