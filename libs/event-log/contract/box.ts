import { catalogue, type Decider, type Personal, personal, Refusal } from '#decider';

type Events = { put: { things: number; note?: Personal<string> }; emptied: { at: string; by: string } };
export type Command = { do: 'put'; things: number; note?: string } | { do: 'empty' } | { do: 'hide'; note: string };

/** Rules to try `handle` with: a box that holds up to five things. */
export const box: Decider<Command, Events, number> = {
  category: 'box',
  events: catalogue<Events>({ put: 2, emptied: 1 }, { put: { 1: (data: { n: number }) => ({ things: data.n }) } }),
  initial: 0,
  decide(command, held, { effectiveAt, actor }) {
    if (command.do === 'empty') return held === 0 ? [] : [{ type: 'emptied', data: { at: effectiveAt, by: actor } }];
    if (command.do === 'hide') {
      return [
        { type: 'put', data: { things: 1, list: [{ deep: personal('s-1', 'identity', command.note) }] } as never },
      ];
    }
    if (held + command.things > 5) throw new Refusal('box/full', 'a box holds five things', 'illegal', ['empty']);
    const one = (things: number) => ({ type: 'put' as const, data: { things } });
    if (command.note === undefined) return Array.from({ length: command.things }, () => one(1));
    return [one(0), { type: 'put', data: { things: command.things, note: personal('s-1', 'identity', command.note) } }];
  },
  evolve: (held, event) => (event.type === 'put' ? held + event.data.things : 0),
};
