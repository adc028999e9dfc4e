import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';

const formats = ['json', 'csv'] as const;
type Format = (typeof formats)[number];

/** Which month is exported, and how. */
export class ExportQuery {
  /** `YYYY-MM`, on the calendar of the country. */
  @IsString()
  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/u)
  month!: string;

  @IsOptional()
  @IsIn([...formats])
  format?: Format;
}

/** Sends an export the way it was asked for; JSON where nothing was said. */
export async function sendExport(
  reply: FastifyReply,
  { format = 'json' }: ExportQuery,
  name: string,
  as: { readonly json: () => unknown; readonly csv: () => string },
): Promise<void> {
  if (format === 'json') return void (await reply.type('application/json; charset=utf-8').send(as.json()));
  await reply
    .type('text/csv; charset=utf-8')
    .header('Content-Disposition', `attachment; filename="${name}.csv"`)
    .send(as.csv());
}
