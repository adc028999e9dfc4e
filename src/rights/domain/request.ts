import { type Context, type Decider, type EventOf, Refusal } from '#decider';
import {
  dataRights,
  refuseNotIn,
  refuseUnknownCountry,
  requestDeadline,
  rightsOutcomes,
  rightsReasons,
} from '../../protocol/index.js';
import { type RequestEvents, requestEvents } from './request-events.js';

type Received = RequestEvents['RightsRequestReceived'];

export type RequestCommand =
  | ({ readonly do: 'receive' } & Omit<Received, 'clock'>)
  | { readonly do: 'overdue'; readonly due: string }
  | { readonly do: 'answer'; readonly institution: string; readonly outcome: string; readonly reason?: string };

export interface RightsRequest {
  readonly received?: Received;
  readonly overdue: boolean;
  readonly answered?: { readonly outcome: string; readonly reason?: string };
}

type Event = EventOf<RequestEvents>;
type Of<C extends RequestCommand['do']> = Extract<RequestCommand, { do: C }>;

/** What a person asks about their data: taken down with its clock, and answered once. */
export const requestDecider: Decider<RequestCommand, RequestEvents, RightsRequest> = {
  category: 'request',
  events: requestEvents,
  initial: { overdue: false },
  decide: (command, state, context): readonly Event[] => {
    if (command.do === 'receive') return receive(command, state, context);
    const { received, overdue, answered } = state;
    if (received === undefined) throw new Refusal('request/unknown', 'there is no such request', 'unknown');
    const { person, institution } = received;
    if (command.do === 'answer') return answer(command, state, received, context);
    // The clock may come twice, or after the answer.
    if (overdue || answered !== undefined || received.clock?.due !== command.due) return [];
    return [{ type: 'RightsRequestOverdue', data: { person, institution, due: command.due } }];
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'RightsRequestReceived':
        return { ...state, received: event.data };
      case 'RightsRequestOverdue':
        return { ...state, overdue: true };
      case 'RightsRequestAnswered': {
        const { outcome, reason } = event.data;
        return { ...state, answered: { outcome, ...(reason === undefined ? {} : { reason }) } };
      }
    }
  },
};

function receive({ do: _, ...data }: Of<'receive'>, { received }: RightsRequest, context: Context): readonly Event[] {
  if (received !== undefined) throw new Refusal('request/taken', 'another request has this id');
  const { country, right } = data;
  refuseUnknownCountry('request', country);
  refuseNotIn(dataRights, right);
  const deadline = requestDeadline(country, right, context.effectiveAt);
  if (deadline === undefined) return [{ type: 'RightsRequestReceived', data }];
  const { rule, due } = deadline;
  const clock = { rule: rule.id, version: rule.version, due };
  return [{ type: 'RightsRequestReceived', data: { ...data, clock } }];
}

function answer(
  { institution, outcome, reason }: Of<'answer'>,
  { answered }: RightsRequest,
  { person, right, clock }: Received,
  { effectiveAt }: Context,
): readonly Event[] {
  if (answered?.outcome === outcome && answered.reason === reason) return [];
  if (answered !== undefined) throw new Refusal('request/answered', 'it was answered', 'illegal', []);
  refuseNotIn(rightsOutcomes, outcome);
  if (reason !== undefined) refuseNotIn(rightsReasons, reason);
  if ((outcome === 'DENIED' || outcome === 'PARTLY') && reason === undefined) {
    throw new Refusal('request/no-reason', 'what is not granted whole has a reason', 'invalid');
  }
  const late = clock !== undefined && effectiveAt > clock.due;
  const data = { person, institution, right, outcome, ...(reason === undefined ? {} : { reason }), late };
  return [{ type: 'RightsRequestAnswered', data }];
}
