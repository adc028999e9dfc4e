import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#service';
import { Editions } from '../../editions.js';
import type { EditionCard } from '../views/editions.js';

/** What of an edition somebody is shown. */
@Injectable()
export class EditionShown {
  constructor(@Inject(Editions) private readonly editions: Editions) {}

  /** The cards of a board: whole for whoever may read what is made for its members, else without their figures. */
  async to(actor: Actor, board: string, cards: readonly EditionCard[]): Promise<readonly EditionCard[]> {
    const theirs = await this.editions.boardsOf(actor);
    return theirs.some(({ id }) => id === board) ? cards : cards.map(outside);
  }
}

/** What changed from one edition for members to the next are figures that are told to members alone. */
const outside = (card: EditionCard): EditionCard => ({
  ...card,
  versions: card.versions.map((version) => ({
    ...version,
    publications: version.publications.map((each) => (each.profile === 'public' ? each : { ...each, changes: [] })),
  })),
});
