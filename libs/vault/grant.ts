import { NotGranted } from './port.js';

/** What a grant allows. */
export interface GrantTerms {
  readonly actor: string;
  readonly purpose: string;
  /** Categories it opens. */
  readonly categories: readonly string[];
  /** The one stream whose sections it opens; absent: of any. */
  readonly stream?: string;
}

/**
 * A permission to open sealed sections. Outside of this library it can be named but not made: only a minter makes one, and
 * a vault takes none but its own minter's. It is meant for one request and never stored.
 */
export class Grant implements GrantTerms {
  readonly actor: string;
  readonly purpose: string;
  readonly categories: readonly string[];
  readonly stream?: string;

  constructor({ actor, purpose, categories, stream }: GrantTerms) {
    this.actor = actor;
    this.purpose = purpose;
    this.categories = Object.freeze([...categories]);
    if (stream !== undefined) this.stream = stream;
    Object.freeze(this);
  }

  /** Keeps any other object of this shape from passing for a grant where types are checked. */
  protected readonly nominal = 'grant';
}

/** Makes grants. Whoever holds it decides who reads what. */
export type MintGrant = (terms: GrantTerms) => Grant;

/** The grants of one vault. */
export class GrantBook {
  readonly #made = new WeakSet<Grant>();
  #taken = false;

  /** @throws NotGranted the second time */
  minter(): MintGrant {
    if (this.#taken) throw new NotGranted('mint');
    this.#taken = true;
    return (terms) => {
      const grant = new Grant(terms);
      this.#made.add(grant);
      return grant;
    };
  }

  /** @throws NotGranted */
  assertCovers(grant: Grant, category: string, stream: string): void {
    const covers = grant.categories.includes(category) && (grant.stream ?? stream) === stream;
    if (!this.#made.has(grant) || !covers) throw new NotGranted(category);
  }
}
