import { Inject, Injectable } from '@nestjs/common';
import type { Option } from '../../pages/labels.js';
import { Pages } from '../../pages/pages.js';
import { placeLabel } from '../../pages/places.js';
import { RegisterDesk } from '../http/register-desk.js';
import type { RegisterBoard } from '../views/register-boards.js';
import { projectRegister } from '../views/register-views.js';
import type { RegisterAround } from './register-pages.js';

/** Gathers what a board's forms offer to choose from: its members, its agreements, its projects. */
@Injectable()
export class RegisterOffers {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(RegisterDesk) private readonly desk: RegisterDesk,
  ) {}

  /** @param codes further institutions whose names are needed */
  async around(board: RegisterBoard, codes: readonly string[]): Promise<RegisterAround> {
    const name = await this.pages.names([...board.members, ...codes]);
    const organizations = board.members.map((value): Option => ({ value, label: name(value) }));
    const [agreements, projects] = await Promise.all([
      this.desk.agreements(board.id),
      this.desk.held(projectRegister, board.id),
    ]);
    const offers = {
      ...{ country: board.country, organizations },
      projects: projects.map(({ id, values }) => ({ value: id, label: String(values['title']) })),
      districts: board.territory.map((value) => ({ value, label: placeLabel(value) })),
      agreements: agreements.map(({ id, text }) => ({ value: id, label: text })),
    };
    return { board, offers, name, newKey: () => this.pages.newKey() };
  }
}
