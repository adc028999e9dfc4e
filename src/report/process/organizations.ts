import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Views } from '#projection';
import { PLATFORM, type Platform } from '../../platform.js';
import { InstitutionNames } from '../../questions.js';
import { reportOrganizations } from '../views/report-boards.js';

/** The institutions that facts have told of. */
export async function organizationsOf(
  views: Pick<Views, 'all'>,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const all: { readonly id: string; readonly name: string }[] = [];
  for await (const [, { id, name }] of views.all(reportOrganizations)) all.push({ id, name });
  return all;
}

/** Names institutions where the directory itself is not served. */
@QueryHandler(InstitutionNames)
export class NamesFromFacts implements IQueryHandler<InstitutionNames> {
  constructor(@Inject(PLATFORM) private readonly platform: Pick<Platform, 'views'>) {}

  async execute({ codes }: InstitutionNames): Promise<(code: string) => string> {
    const asked = [...new Set(codes)].filter((code) => code !== '');
    const known = await this.platform.views.load(reportOrganizations, asked);
    return (code) => known.get(code)?.name ?? code;
  }
}
