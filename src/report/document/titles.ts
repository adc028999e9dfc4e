import type { Figures, FigureTable, Value } from '../domain/model.js';
import { changeOfSeries, statistics } from './reading.js';
import { at, type Labels } from './labels.js';

/**
 * Titles state a finding only when the published figures carry it; otherwise they name what is shown. Each takes the
 * same values the chart below it draws, so a title can say nothing a chart hides.
 */
export class Titles {
  constructor(private readonly labels: Labels) {}

  series(table: FigureTable): string {
    const points = table.rows.flatMap(({ cells }) => cells[0] ?? []);
    const last = points.at(-1);
    const month = this.labels.month(table.rows.at(-1)?.id ?? '');
    if (last?.status !== 'published') return 'Casos nuevos por mes';
    const count = this.labels.count(last.value);
    switch (changeOfSeries(points)) {
      case 'up':
        return `Los casos nuevos suben: ${count} en ${month}`;
      case 'down':
        return `Los casos nuevos bajan: ${count} en ${month}`;
      case 'steady':
        return `${count} casos nuevos en ${month}: dentro de lo habitual`;
      case 'unclear':
        return `${count} casos nuevos en ${month}`;
    }
  }

  /** The most frequent row of a table of shares, when it stands alone at the top and nothing above it is hidden. */
  mostFrequent(table: FigureTable, name: (row: string) => string, plain: string): string {
    const rows = table.rows.filter(({ id }) => id !== 'total');
    const counts = rows.map(({ cells }) => cells[0]);
    const top = statistics.onlyLargest(counts);
    const row = top === undefined ? undefined : rows[top];
    const share = row?.cells[1];
    if (row === undefined || share?.status !== 'published') return plain;
    return `${plain}: lo más frecuente, ${name(row.id).toLowerCase()} (${this.labels.percent(share)})`;
  }

  matrix(table: FigureTable): string {
    const plain = 'Quién deriva a quién';
    const routes = table.rows
      .filter(({ id }) => id !== 'total')
      .flatMap(({ id, cells }) =>
        cells.flatMap((value, index) => {
          const to = table.columns[index];
          return to === undefined || to === 'total' ? [] : [{ from: id, to, value }];
        }),
      );
    const top = statistics.onlyLargest(
      routes.map(({ value }) => value),
      true,
    );
    const route = top === undefined ? undefined : routes[top];
    if (route?.value.status !== 'published' || route.value.value === 0) return plain;
    const { from, to, value } = route;
    const hidden = routes.some((each) => each.value.status === 'hidden');
    return `La ruta ${hidden ? 'publicada ' : ''}más usada: ${this.labels.institution(from)} → ${this.labels.institution(to)} (${this.labels.count(value.value)})`;
  }

  loop(table: FigureTable): string {
    return this.share(
      at(table, 'answered', 'share'),
      (share) => `${share} de las derivaciones tuvo respuesta`,
      '¿Se cerró el circuito?',
    );
  }

  attention(figures: Figures): string {
    const value = figures.indicators.find(({ id }) => id === 'first-attention-72h');
    return this.share(
      value,
      (share) => `Primera atención en 72 horas: ${share} de lo derivado`,
      'Tiempo hasta la primera atención',
    );
  }

  deadlines(table: FigureTable): string {
    const plain = 'Plazos cumplidos e incumplidos';
    const shares = table.rows.flatMap(({ id }) => {
      const value = at(table, id, 'share-in-time');
      return value?.status === 'published' && (value.denominator ?? 0) >= 20 ? [{ id, value }] : [];
    });
    const worst = [...shares].sort((a, b) => a.value.value - b.value.value).at(0);
    if (worst === undefined) return plain;
    if (worst.value.value === 1) return 'Todos los plazos con datos suficientes se cumplieron';
    return `El plazo menos cumplido: ${this.labels.rule(worst.id)}, ${this.labels.percent(worst.value)} en plazo`;
  }

  attentions(table: FigureTable): string {
    const count = at(table, 'total', 'count');
    const rate = at(table, 'total', 'per-10000');
    if (count?.status !== 'published') return 'Atenciones por servicio';
    const counted = `${this.labels.count(count.value)} atenciones`;
    if (rate?.status !== 'published') return counted;
    const cell = this.labels.cell(rate, 'rate');
    return 'text' in cell ? `${counted}: ${cell.text ?? ''} por cada 10 000 habitantes` : counted;
  }

  /** How the agreements of the last months stand. */
  agreements(table: FigureTable): string {
    const [total, ...states] = (table.rows[0]?.cells ?? []).map((value) =>
      value.status === 'published' ? value.value : 0,
    );
    if (total === undefined || total === 0) return 'Acuerdos de las reuniones anteriores';
    const words = this.labels.words.agreementCounts;
    const parts = states.flatMap((count, index) => {
      const name = words[table.columns[index + 1] ?? ''];
      return count === 0 || name === undefined
        ? []
        : [`${this.labels.count(count)} ${count === 1 ? name.one : name.many}`];
    });
    return `De ${this.labels.count(total)} ${total === 1 ? 'acuerdo' : 'acuerdos'} de los últimos tres meses: ${parts.join(', ')}`;
  }

  caseload(table: FigureTable): string {
    const end = at(table, 'cases', 'end');
    return end?.status === 'published'
      ? `${this.labels.count(end.value)} casos abiertos al cierre`
      : 'Carga y pendientes';
  }

  repeats(table: FigureTable): string {
    return this.share(
      at(table, 'repeats', 'share'),
      (share) => `${share} de los casos nuevos son violencia otra vez`,
      'Hechos repetidos',
    );
  }

  /** How many actions of the plan are behind. */
  plan(table: FigureTable): string {
    const plain = 'Prevención y avance del plan';
    const [total, red] = [at(table, 'actions', 'total'), at(table, 'actions', 'red')];
    if (total?.status !== 'published' || red?.status !== 'published' || total.value === 0) return plain;
    const count = (value: number): string => this.labels.count(value);
    return `Plan: ${count(red.value)} de ${count(total.value)} acciones muy atrasadas`;
  }

  reporters(table: FigureTable): string {
    const reported = table.rows.filter(({ cells }) => cells[0]?.value === 1).length;
    return `Reportaron ${reported} de ${table.rows.length} instituciones`;
  }

  private share(value: Value | undefined, sentence: (share: string) => string, plain: string): string {
    return value?.status === 'published' ? sentence(this.labels.percent(value)) : plain;
  }
}
