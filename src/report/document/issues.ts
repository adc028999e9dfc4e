import type { Block } from '#document';
import type { Figures } from '../domain/model.js';
import { at, type Labels } from './labels.js';

/** Shares below this, over at least 20, are put to the board. */
const worthATalk = 0.8;

/** Up to three matters for today's meeting, chosen by rule from published figures alone, with where to read on. */
export function asuntos(figures: Figures, labels: Labels): readonly Block[] {
  const found: { readonly text: string; readonly to: string }[] = [];
  const table = (section: string, id: string) =>
    figures.sections.find((each) => each.id === section)?.tables.find((each) => each.id === id);

  const cases = figures.indicators.find(({ id }) => id === 'new-cases');
  if (cases?.status === 'published' && (cases.change === 'up' || cases.change === 'down')) {
    found.push({
      text: `Casos nuevos fuera de lo habitual: ${labels.count(cases.value)} en el mes (${labels.words.change[cases.change]}). ¿Qué lo explica?`,
      to: 'new-cases',
    });
  }
  const deadlines = table('deadlines', 'deadlines');
  const late = (deadlines?.rows ?? [])
    .flatMap(({ id }) => {
      const share = at(deadlines, id, 'share-in-time');
      return share?.status === 'published' && (share.denominator ?? 0) >= 20 && share.value < worthATalk
        ? [{ id, share }]
        : [];
    })
    .sort((a, b) => a.share.value - b.share.value);
  for (const { id, share } of late.slice(0, 2)) {
    found.push({
      text: `${labels.rule(id)}: ${labels.percent(share)} en plazo. ¿Quién se compromete a qué?`,
      to: 'deadlines',
    });
  }
  const answered = figures.indicators.find(({ id }) => id === 'referrals-answered');
  if (answered?.status === 'published' && (answered.denominator ?? 0) >= 20 && answered.value < worthATalk) {
    found.push({
      text: `Derivaciones con respuesta: ${labels.percent(answered)}. ¿Cómo se responde a quien derivó?`,
      to: 'loop',
    });
  }
  const reporters = table('quality', 'reporters')?.rows ?? [];
  const silent = reporters.filter(({ cells }) => cells[0]?.value === 0).map(({ id }) => labels.institution(id));
  if (silent.length > 0) found.push({ text: `Sin registros en el mes: ${silent.join(', ')}.`, to: 'quality' });

  if (found.length === 0) return [{ kind: 'note', tone: 'plain', text: labels.words.nothingToDecide }];
  return [{ kind: 'list', title: labels.words.decide, ordered: true, items: found.slice(0, 3) }];
}
