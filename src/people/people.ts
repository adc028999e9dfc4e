import type { Actor, ActorDirectory, Authenticator, Rates } from '#service';
import { DemoActors, type DemoOrganization } from './demo-actors.js';
import type { SigningIn } from './signing-in.js';
import { actorCodes } from '#service';

/** Somebody who works here, as requests know them. */
export interface Staff extends Actor {
  /** Of whose law and words they are. */
  readonly country: string;
}

/** How people are known in a process: by a demonstration's codes, or by what an identity provider proves. */
export interface People {
  readonly authenticator: Authenticator;
  /** How often they may ask. Default: as often as they like. */
  readonly rates?: Rates;
  /** Whom there is beside those who were enrolled: in a demonstration, whom one may be. */
  readonly directory?: ActorDirectory;
  /** In a demonstration: whom one may be. */
  readonly demo?: DemoActors;
  /** Elsewhere: how one signs in on pages. */
  readonly signingIn?: SigningIn;
}

/** The injection token of the people of a process. */
export const PEOPLE = Symbol('people');

/** Everybody is believed to be who they say. @param list reads the organizations of the directory */
export function demoPeople(list: () => Promise<readonly DemoOrganization[]>): People & { readonly demo: DemoActors } {
  const demo = new DemoActors(list);
  return { authenticator: actorCodes(demo), directory: demo, demo };
}

/** Of somebody who was let in. */
export const countryOf = (actor: Actor): string | undefined =>
  'country' in actor && typeof actor.country === 'string' ? actor.country : undefined;
