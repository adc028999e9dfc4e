import { catalogue } from '#decider';
import { code, factCatalogue, publish, randomId, type Code, type RandomId } from '#publishing';

type Events = { Sent: { to: string; note: string }; Read: { by: string } };
const events = catalogue<Events>({ Sent: 1, Read: 1 });

type Facts = {
  'Sent.v1': {
    readonly to: Code;
    readonly id: RandomId;
    readonly urgent?: boolean;
    readonly days: readonly number[];
    readonly way: 'paper' | 'wire';
  };
};
const facts = factCatalogue<Facts>({ 'Sent.v1': true });
const id = randomId('00000000-0000-8000-8000-000000000001');
const to = code('B-1');

describe('what does not compile as a fact', () => {
  it('is a free string, at any depth', () => {
    // @ts-expect-error a free string
    factCatalogue<{ 'Sent.v1': { note: string } }>({ 'Sent.v1': true });
    // @ts-expect-error a free string in a list of records
    factCatalogue<{ 'Sent.v1': { lines: readonly { note: string }[] } }>({ 'Sent.v1': true });
    // @ts-expect-error a record with free keys and strings
    factCatalogue<{ 'Sent.v1': { notes: Record<string, string> } }>({ 'Sent.v1': true });
    const way = 'wire' as const;
    // @ts-expect-error a free string where a code belongs
    publish(events, facts, { Sent: (e) => ({ type: 'Sent.v1', data: { to: e.data.to, id, days: [], way } }) });
    // @ts-expect-error a text that is not one of the literals
    publish(events, facts, { Sent: () => ({ type: 'Sent.v1', data: { to, id, days: [], way: 'drum' } }) });
  });

  it('is a catalogue of events, or an event that is not in the catalogue', () => {
    // @ts-expect-error a catalogue of events is not one of facts
    publish(events, catalogue<Facts>({ 'Sent.v1': 1 }), { Sent: () => undefined });
    // @ts-expect-error no such event
    publish(events, facts, { Sent: () => undefined, Lost: () => undefined });
  });

  it('is a name without a version, which is also refused at run time', () => {
    // @ts-expect-error no version in the name
    expect(() => factCatalogue<{ Sent: { to: Code } }>({ Sent: true })).toThrow('carries no version');
  });
});

describe('a publication', () => {
  it('reads the event types it has a telling for, and names the facts it may tell', () => {
    const publication = publish(events, facts, {
      Sent: ({ data }) =>
        data.note === '' ? undefined : { type: 'Sent.v1', data: { to: code(data.to), id, days: [1], way: 'paper' } },
    });
    expect(publication.types).toEqual(['Sent']);
    expect(publication.facts).toEqual(['Sent.v1']);
  });
});
