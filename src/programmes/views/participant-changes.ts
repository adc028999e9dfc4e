import { merged, projection } from '#projection';
import { type EnrolmentFacts, enrolmentFacts } from '../published/enrolment-facts.js';
import { type MasculinitiesFacts, masculinitiesFacts } from '../published/masculinities-facts.js';
import { localMonth } from './local-month.js';

/** Of which programme a change is. */
export type ProgrammeKind = 'REEDUCATION' | 'MASCULINITIES';

/** How the participants of one programme in one district changed, of those whose second measure was taken in one month. */
export interface ParticipantChanges {
  readonly programme: ProgrammeKind;
  readonly country: string;
  readonly district: string;
  readonly month: string;
  readonly instrument: string;
  readonly version: number;
  /** Who was measured twice, how many of them changed favourably, and the sum of all changes in points. */
  readonly measured: number;
  readonly favourable: number;
  readonly points: number;
}

type Facts = EnrolmentFacts & MasculinitiesFacts;

interface Change {
  readonly country: string;
  readonly district: string;
  readonly instrument: string;
  readonly version: number;
  readonly change: number;
  readonly favourable: boolean;
}

const isChange = (data: object): data is Change => 'change' in data;

const programmeOf = (type: string): ProgrammeKind => (type === 'MenChanged.v1' ? 'MASCULINITIES' : 'REEDUCATION');

interface Seen {
  readonly type: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly data: Change;
}

const counted = (changes: ParticipantChanges, seen: Seen): ParticipantChanges => {
  const { type, data } = seen;
  const { country, district, instrument, version, change, favourable } = data;
  return {
    ...{ programme: programmeOf(type), country, district, month: localMonth(seen, country), instrument, version },
    measured: changes.measured + 1,
    favourable: changes.favourable + (favourable ? 1 : 0),
    points: changes.points + change,
  };
};

/** Changes by programme, district, instrument and month. List: `country/<code>`, by month. What is shown of them: `changesShown`. */
export const participantChanges = projection<Facts, ParticipantChanges>({
  name: 'participant-changes',
  version: 2,
  events: merged(enrolmentFacts, masculinitiesFacts),
  key: ({ type, metadata, data }) =>
    isChange(data)
      ? [
          programmeOf(type),
          data.country,
          data.district,
          data.instrument,
          data.version,
          localMonth({ metadata }, data.country),
        ].join('/')
      : undefined,
  empty: () => ({
    ...{ programme: 'MASCULINITIES', country: '', district: '', month: '', instrument: '', version: 0 },
    ...{ measured: 0, favourable: 0, points: 0 },
  }),
  on: { 'EnrolmentChanged.v1': counted, 'MenChanged.v1': counted },
  index: ({ country, month }) => [[`country/${country}`, month]],
});
