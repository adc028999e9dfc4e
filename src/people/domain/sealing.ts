import {
  catalogue,
  type Context,
  type Decider,
  deriveId,
  type EventOf,
  personal,
  type Personal,
  Refusal,
} from '#decider';
import { refuseOther } from './refusing.js';

/** On what ground a case is sealed, or opened again. */
export const sealingGrounds = ['COURT_ORDER', 'DATA_PROTECTION'] as const;
export type SealingGround = (typeof sealingGrounds)[number];

/** What is asked for. */
export const sealingAims = ['seal', 'unseal'] as const;
export type SealingAim = (typeof sealingAims)[number];

/** What orders are sealed as. They are read when the case's own keys are not here. */
export const orderClass = 'order';

/** Which order of a court: the norm it names and its number. It may say whose case it is, so it is sealed. */
export interface CourtOrder {
  readonly norm: string;
  readonly number: string;
}

/**
 * The seal on a case, kept beside the case: its own stream goes on as before, with its tasks and its clocks. One person
 * asks, another decides.
 */
export type SealingEvents = {
  SealingAsked: {
    readonly sealing: string;
    readonly case: string;
    readonly country: string;
    readonly institution: string;
    readonly aim: SealingAim;
    readonly ground: SealingGround;
    /** Sealed under the person of the case, as `orderClass`; before, as a narrative. */
    readonly order?: Personal<CourtOrder>;
  };
  SealingRefused: { readonly sealing: string; readonly institution: string };
  /** From now on nobody sees it, in no emergency either. */
  CaseSealed: { readonly sealing: string; readonly case: string; readonly institution: string };
  CaseUnsealed: { readonly sealing: string; readonly case: string; readonly institution: string };
  /** What is left here of the keys of its person only these can read. */
  KeysPutAway: {
    readonly sealing: string;
    readonly case: string;
    readonly person: string;
    readonly keys: number;
    /** Public keys of age. */
    readonly recipients: readonly string[];
  };
  /** Somebody with the other half of one of those brought them back. */
  KeysBroughtBack: { readonly sealing: string; readonly case: string; readonly person: string };
};

export const sealingEvents = catalogue<SealingEvents>({
  SealingAsked: 1,
  SealingRefused: 1,
  CaseUnsealed: 1,
  CaseSealed: 1,
  KeysPutAway: 1,
  KeysBroughtBack: 1,
});

export type SealingCommand =
  | {
      readonly do: 'ask';
      readonly case: string;
      readonly person: string;
      readonly country: string;
      readonly institution: string;
      readonly aim: string;
      readonly ground: string;
      readonly order?: CourtOrder;
    }
  | { readonly do: 'approve' | 'refuse'; readonly sealing: string; readonly institution: string }
  | {
      readonly do: 'put-away';
      /** The decision it follows from. */
      readonly sealing: string;
      readonly case: string;
      readonly person: string;
      readonly keys: number;
      readonly recipients: readonly string[];
    }
  | { readonly do: 'bring-back' };

export interface SealOfCase {
  readonly sealed: boolean;
  /** On what ground it is sealed. */
  readonly on?: SealingGround;
  /** Which decision sealed it last. */
  readonly by?: string;
  /** Whose keys are away since, by which decision. */
  readonly away?: { readonly sealing: string; readonly case: string; readonly person: string };
  /** What was asked and waits for a second person. */
  readonly asked?: {
    readonly sealing: string;
    readonly case: string;
    readonly aim: SealingAim;
    readonly ground: SealingGround;
    readonly by: string;
  };
}

/** The rules of the seal on one case. Stream: `seal-<case>`. */
export const sealingDecider: Decider<SealingCommand, SealingEvents, SealOfCase> = {
  category: 'seal',
  events: sealingEvents,
  initial: { sealed: false },
  decide: (command, state, context) => {
    switch (command.do) {
      case 'ask':
        return asking(command, state, context);
      case 'approve':
      case 'refuse':
        return deciding(command, state, context);
      case 'put-away':
        return puttingAway(command, state);
      case 'bring-back':
        return state.away === undefined ? [] : [{ type: 'KeysBroughtBack', data: state.away }];
    }
  },
  evolve: (state, event, header) => {
    const { asked, away, ...seal } = state;
    const keys = away === undefined ? {} : { away };
    switch (event.type) {
      case 'SealingAsked': {
        const { sealing, case: of, aim, ground } = event.data;
        return { ...state, asked: { sealing, case: of, aim, ground, by: header?.actor ?? '' } };
      }
      case 'SealingRefused':
        return { ...seal, ...keys };
      case 'CaseSealed':
        return { sealed: true, by: event.data.sealing, ...keys, ...(asked === undefined ? {} : { on: asked.ground }) };
      case 'CaseUnsealed':
        return { sealed: false, ...keys, ...(seal.by === undefined ? {} : { by: seal.by }) };
      case 'KeysPutAway': {
        const { sealing, case: of, person } = event.data;
        return { ...state, away: { sealing, case: of, person } };
      }
      case 'KeysBroughtBack':
        return { ...seal, ...(asked === undefined ? {} : { asked }) };
    }
  },
};

function asking(
  { do: _, person, order, aim, ground, ...of }: Extract<SealingCommand, { do: 'ask' }>,
  { sealed, on, asked }: SealOfCase,
  { commandId }: Context,
): readonly EventOf<SealingEvents>[] {
  refuseOther(sealingAims, aim);
  refuseOther(sealingGrounds, ground);
  if ((ground === 'COURT_ORDER') !== (order !== undefined)) {
    throw new Refusal('sealing/order', 'an order goes with its norm and number, and nothing else does', 'invalid');
  }
  if (asked !== undefined) throw new Refusal('sealing/under-way', 'somebody asked already', 'illegal');
  if (sealed === (aim === 'seal')) throw new Refusal('sealing/as-it-is', 'it is so already', 'illegal');
  if (on === 'COURT_ORDER' && ground !== on) {
    throw new Refusal('sealing/court-only', 'what a court sealed opens by order of a court alone', 'illegal');
  }
  const sealing = deriveId(commandId, 'sealing');
  const written = order === undefined ? {} : { order: personal(person, orderClass, order) };
  return [{ type: 'SealingAsked', data: { sealing, ...of, aim, ground, ...written } }];
}

function deciding(
  { do: what, sealing, institution }: Extract<SealingCommand, { do: 'approve' | 'refuse' }>,
  { asked }: SealOfCase,
  { actor }: Context,
): readonly EventOf<SealingEvents>[] {
  if (asked?.sealing !== sealing) throw new Refusal('sealing/decided', 'it was decided, or never asked', 'illegal');
  if (actor === asked.by) throw new Refusal('sealing/same-person', 'whoever asked does not decide as well', 'illegal');
  if (what === 'refuse') return [{ type: 'SealingRefused', data: { sealing, institution } }];
  const data = { sealing, case: asked.case, institution };
  return [asked.aim === 'seal' ? { type: 'CaseSealed', data } : { type: 'CaseUnsealed', data }];
}

/** It tells what was done: it may come twice, but never too late. Keys nobody knows to be away would never come back. */
function puttingAway(
  { do: _, ...data }: Extract<SealingCommand, { do: 'put-away' }>,
  { away }: SealOfCase,
): readonly EventOf<SealingEvents>[] {
  return away === undefined ? [{ type: 'KeysPutAway', data }] : [];
}
