import type { Report } from '../../../src/report/domain/model.js';
import type { Caller, Told } from './caller.js';
import { until } from './server.js';

export const formats = ['html', 'pdf', 'xlsx', 'csv', 'json'] as const;

/** Which edition of a board's month. */
export interface Edition {
  readonly board: string;
  readonly month: string;
  readonly position: string;
  readonly cutoff: string;
  readonly issued: string;
}

/** The report as it stands, once it covers a position. */
export const reportCovering = (who: Caller, board: string, month: string, position: string): Promise<Report> =>
  until(async () => {
    const answer = await who.get(`/api/boards/${board}/reports/${month}/report.json`);
    if (answer.status !== 200) return undefined;
    const report = answer.json<Report>();
    return report.seal.position >= position ? report : undefined;
  });

/** One file of an edition. @throws Error it is not to be had */
export async function fileOf(who: Caller, edition: Edition, format: string): Promise<Told> {
  const { board, month, ...rest } = edition;
  const query = new URLSearchParams(rest).toString();
  const answer = await who.get(`/api/boards/${board}/reports/${month}/report.${format}?${query}`);
  if (answer.status !== 200) throw new Error(`${format}: ${answer.status} ${answer.body.toString().slice(0, 500)}`);
  return answer;
}
