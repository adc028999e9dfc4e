import { catalogue } from '#decider';
import type { Recognition } from './council-events.js';

/** A federation above councils, under the code its organization has in the directory. */
export type NetworkEvents = {
  NetworkFounded: {
    readonly network: string;
    readonly country: string;
    readonly name: string;
    /** Districts it answers for. */
    readonly territory: readonly string[];
    readonly on: string;
  };
  NetworkRecognised: Recognition & { readonly network: string };
  NetworkEnded: { readonly network: string; readonly on: string; readonly reason: string };
};

export const networkEvents = catalogue<NetworkEvents>({ NetworkFounded: 1, NetworkRecognised: 1, NetworkEnded: 1 });
