import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { CaseEvents } from '../domain/events.js';
import { complete, sealedSection } from '../testing/complete.js';
import { caseId, until } from '../testing/fixtures.js';
import { caseCards } from './case-card.js';

const stream = `case-${caseId}`;
const lives: EventOf<CaseEvents> = { type: 'WhereaboutsRecorded', data: complete.WhereaboutsRecorded };
const shelters: EventOf<CaseEvents> = { type: 'ShelterPlaceRecorded', data: complete.ShelterPlaceRecorded };

describe('where the person of a card is', () => {
  const opened = recorded<CaseEvents>(stream, until.open);
  const told = (event: EventOf<CaseEvents>, after: number, at: string) =>
    recorded<CaseEvents>(stream, [event], { after, at });
  const placesOf = (...entries: ReturnType<typeof told>) =>
    folded(caseCards, [...opened, ...entries]).documents.get(caseId)?.places;
  const sealedIn = (entry: ReturnType<typeof told>[number] | undefined, revision: number, at: string) => ({
    at,
    place: { section: sealedSection, eventId: entry?.id, revision, schema: 1 },
  });
  const october = '2025-10-05T10:00:00.000Z';
  const november = '2025-11-05T10:00:00.000Z';

  it('is nowhere before anybody told it', () => {
    expect(placesOf()).toEqual({});
  });

  it('is as told last, at home and in a shelter each by itself, and stays sealed', () => {
    const [first, moved, sheltered] = [told(lives, 2, october), told(lives, 3, november), told(shelters, 4, november)];
    expect(placesOf(...first)).toEqual({ location: sealedIn(first[0], 3, october) });
    expect(placesOf(...first, ...moved, ...sheltered)).toEqual({
      location: sealedIn(moved[0], 4, november),
      shelter: sealedIn(sheltered[0], 5, november),
    });
  });

  it('is not where she was before, when that is recorded late', () => {
    const now = told(lives, 2, november);
    expect(placesOf(...now, ...told(lives, 3, october))).toEqual({ location: sealedIn(now[0], 3, november) });
  });
});
