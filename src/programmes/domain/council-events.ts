import { catalogue } from '#decider';
import type { CommunityKind } from '../../protocol/index.js';

/** By whom it is recognised, from which day, and by which act. */
export interface Recognition {
  readonly by: string;
  readonly on: string;
  readonly norm?: string;
}

/** A volunteer of a council, by code: never who it is. */
export interface Term {
  readonly defender: string;
  /** First and last day; without a last one, until the volunteer leaves. */
  readonly from: string;
  readonly until?: string;
  /** A code of `trainingStates`. */
  readonly training: string;
}

/** A community defence council, a ronda or a native community, under the code its organization has in the directory. */
export type CouncilEvents = {
  CouncilFounded: {
    readonly council: string;
    readonly kind: CommunityKind;
    readonly country: string;
    readonly name: string;
    readonly district: string;
    /** Codes of the communities it answers for. */
    readonly communities: readonly string[];
    readonly on: string;
  };
  CouncilRecognised: Recognition & { readonly council: string };
  CouncilJoined: { readonly council: string; readonly network: string; readonly from: string };
  CouncilLeft: { readonly council: string; readonly network: string; readonly until: string };
  DefenderNamed: Term & { readonly council: string };
  DefenderTrained: {
    readonly council: string;
    readonly defender: string;
    readonly training: string;
    readonly on: string;
  };
  DefenderLeft: { readonly council: string; readonly defender: string; readonly until: string };
  CouncilEnded: { readonly council: string; readonly on: string; readonly reason: string };
};

export const councilEvents = catalogue<CouncilEvents>({
  CouncilFounded: 1,
  CouncilRecognised: 1,
  CouncilJoined: 1,
  CouncilLeft: 1,
  DefenderNamed: 1,
  DefenderTrained: 1,
  DefenderLeft: 1,
  CouncilEnded: 1,
});
