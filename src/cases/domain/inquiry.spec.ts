import { inquiryDecider, type Inquiries } from './inquiry.js';

const her = {
  do: 'ask',
  institution: 'pe-150112-cem',
  owner: 'pe-150112-comisaria-familia',
  strength: 'document',
} as const;
const context = (recordedAt: string) => ({
  ...{ commandId: 'one', actor: 'cem-01', recordedAt, effectiveAt: recordedAt },
});
const asks = (asked: Inquiries, recordedAt: string, institution: string = her.institution) =>
  inquiryDecider.decide({ ...her, institution }, asked, context(recordedAt));

it('an institution that asks after somebody is told of once in a day, each by itself', () => {
  const first = '2026-03-09T15:00:00.000Z';
  const [event] = asks({}, first);
  if (event === undefined) throw new Error('nobody asked');
  expect(event.data).toEqual({ institution: her.institution, owner: her.owner, strength: 'document' });
  const asked = inquiryDecider.evolve({}, event, context(first));
  expect(asks(asked, '2026-03-10T14:59:59.999Z')).toEqual([]);
  expect(asks(asked, '2026-03-10T15:00:00.000Z')).toHaveLength(1);
  expect(asks(asked, first, 'pe-150112-salud')).toHaveLength(1);
});
