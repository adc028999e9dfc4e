import { Inject, Injectable } from '@nestjs/common';
import type { PrintedFigure } from '../../questions.js';
import { type Overseen, overseen } from '../domain/oversight.js';
import type { FollowedAgreement } from '../views/oversight-agreements.js';
import type { RegisterBoard } from '../views/register-boards.js';
import { budgetRegister, findingRegister } from '../views/register-views.js';
import { EvidenceDesk } from './evidence-desk.js';
import { RegisterDesk } from './register-desk.js';

/** Joins what a board agreed with what was found, the money there is and the last figures. */
@Injectable()
export class OversightDesk {
  constructor(
    @Inject(RegisterDesk) private readonly desk: RegisterDesk,
    @Inject(EvidenceDesk) private readonly evidence: EvidenceDesk,
  ) {}

  /** With the figures of the last month that has ended. */
  async of({
    id,
    country,
  }: RegisterBoard): Promise<Overseen<FollowedAgreement, PrintedFigure> & { readonly month: string }> {
    const month = this.evidence.lastMonth(country);
    const [agreements, findings, lines, figures] = await Promise.all([
      this.desk.agreements(id),
      this.desk.held(findingRegister, id),
      this.desk.held(budgetRegister, id),
      this.evidence.figures(id, month),
    ]);
    return { month, ...overseen(agreements, findings, lines, figures ?? []) };
  }
}
