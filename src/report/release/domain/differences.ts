import type { Figures, Value } from '../../domain/model.js';
import type { ChangedFigure } from './edition-events.js';

/** Every figure of a report by where it stands. */
export function* places({ indicators, sections }: Figures): Generator<readonly [figure: string, value: Value]> {
  for (const each of indicators) yield [each.id, each];
  for (const { id: section, tables } of sections) {
    for (const { id, columns, rows } of tables) {
      for (const row of rows) {
        for (const [at, value] of row.cells.entries()) yield [`${section}/${id}/${row.id}/${columns[at] ?? ''}`, value];
      }
    }
  }
}

/** What is printed otherwise in one edition than in another. What neither prints is no difference. */
export function differences(before: Figures, after: Figures): readonly ChangedFigure[] {
  const was = new Map([...places(before)].map(([figure, { value }]) => [figure, value]));
  const now = new Map([...places(after)].map(([figure, { value }]) => [figure, value]));
  return [...new Set([...was.keys(), ...now.keys()])].flatMap((figure) => {
    const change = { figure, was: was.get(figure) ?? null, now: now.get(figure) ?? null };
    return change.was === change.now ? [] : [change];
  });
}
