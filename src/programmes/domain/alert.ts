import { type Context, type Decider, type EventOf, Refusal } from '#decider';
import {
  refuseBadCode,
  refuseBadDistrict,
  refuseBadId,
  refuseUnknownCountry,
  refuseUnlisted,
  startClocks,
} from '../../protocol/index.js';
import { type AlertDue, type AlertEvents, alertEvents } from './alert-events.js';
import { without } from './community-without.js';

type Raised = AlertEvents['AlertRaised'];

/** Whose staff does it. */
interface By {
  readonly institution: string;
}

export type AlertCommand =
  | ({ readonly do: 'raise' } & Omit<Raised, 'deadline'>)
  | ({ readonly do: 'take' } & By)
  | ({ readonly do: 'refer'; readonly case: string; readonly referral: string; readonly to: string } & By)
  | ({ readonly do: 'answer'; readonly answer: string } & By)
  | ({ readonly do: 'close'; readonly reason: string } & By)
  | { readonly do: 'come-back'; readonly due: string };

export interface Alert {
  readonly status: 'none' | 'open' | 'looked-at' | 'referred' | 'answered' | 'closed';
  readonly raised?: Raised;
  readonly due?: string;
  readonly times: number;
}

type Event = EventOf<AlertEvents>;
type Step = Exclude<AlertCommand, { do: 'raise' }>;

/** The rules of an alert: open until somebody answers it, hands it on or says why not; unanswered, it comes back. */
export const alertDecider: Decider<AlertCommand, AlertEvents, Alert> = {
  category: 'alert',
  events: alertEvents,
  initial: { status: 'none', times: 0 },
  decide: (command, state, context) => {
    if (command.do === 'raise') return raise(command, state, context);
    if (state.raised === undefined) throw new Refusal('alert/unknown', 'there is no such alert', 'unknown');
    return step(command, state, state.raised, context);
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'AlertRaised':
        return { ...state, status: 'open', raised: event.data, ...dueOf(event.data.deadline) };
      case 'AlertTaken':
        return { ...state, status: 'looked-at' };
      case 'AlertCameBack': {
        return { ...without(state, 'due'), times: event.data.times, ...dueOf(event.data.deadline) };
      }
      case 'AlertReferred':
        return { ...state, status: 'referred' };
      case 'AlertAnswered':
        return { ...state, status: 'answered' };
      case 'AlertClosed':
        return { ...state, status: 'closed' };
    }
  },
};

const dueOf = (deadline: AlertDue | undefined) => (deadline === undefined ? {} : { due: deadline.due });

const isOpen = ({ status }: Alert): boolean => status === 'open' || status === 'looked-at';

function raise({ do: _, ...told }: { readonly do: 'raise' } & Raised, state: Alert, context: Context) {
  if (state.raised !== undefined) throw new Refusal('alert/exists', 'it was given already');
  const { country, district, place, topic, source, institution, to } = told;
  refuseUnknownCountry('community', country);
  refuseBadDistrict('community', country, district);
  for (const code of [place, institution, to]) refuseBadCode('community', code);
  refuseUnlisted(country, 'alertTopics', topic);
  refuseUnlisted(country, 'alertSources', source);
  return [{ type: 'AlertRaised', data: { ...told, ...deadlineFrom(context.effectiveAt, told, context) } } as const];
}

function step(command: Step, state: Alert, raised: Raised, context: Context): readonly Event[] {
  if (command.do === 'come-back') {
    // The clock may come late, or twice, or after the answer.
    if (!isOpen(state) || state.due !== command.due) return [];
    const { to } = raised;
    // From when it is recorded: after a time nobody ran the clock, it is asked for once, not once for every period.
    const deadline = deadlineFrom(context.recordedAt, raised, context);
    return [{ type: 'AlertCameBack', data: { to, was: command.due, times: state.times + 1, ...deadline } }];
  }
  const { institution } = command;
  if (!isOpen(state)) throw new Refusal('alert/over', `the alert is ${state.status}`);
  switch (command.do) {
    case 'take':
      return state.status === 'looked-at' ? [] : [{ type: 'AlertTaken', data: { institution } }];
    case 'refer': {
      const { case: opened, referral, to } = command;
      for (const id of [opened, referral]) refuseBadId('community', id);
      refuseBadCode('community', to);
      return [{ type: 'AlertReferred', data: { institution, case: opened, referral, to } }];
    }
    case 'answer':
      refuseUnlisted(raised.country, 'alertAnswers', command.answer);
      return [{ type: 'AlertAnswered', data: { institution, answer: command.answer } }];
    case 'close':
      refuseUnlisted(raised.country, 'alertClosings', command.reason);
      return [{ type: 'AlertClosed', data: { institution, reason: command.reason } }];
  }
}

/** Imported history calls nobody. */
function deadlineFrom(at: string, { country, district, to }: Raised, { commandId, origin }: Context) {
  if (origin === 'import') return {};
  const clock = startClocks({
    ...{ country, district, happened: 'alert-raised', at, facts: {}, institution: to, commandId, imported: false },
  }).find(({ waitsFor }) => waitsFor === 'alert-answered');
  if (clock === undefined) return {};
  const { due, rule, version } = clock;
  return { deadline: { due, rule, version } };
}
