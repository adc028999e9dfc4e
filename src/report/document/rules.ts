import { hasCode, jurisdiction, labelOf, milestoneNames, ruleFacts, type StepRule } from '../../protocol/index.js';
import type { DatedRule } from '#terms';
import type { Figures } from '../domain/model.js';

type Rule = DatedRule<StepRule>;

/** Deadlines in words: what is owed, within what time, when, and who says so. */
export class RuleWords {
  readonly #country: string;
  readonly #rules: ReadonlyMap<string, { readonly rule: Rule; readonly verified: boolean }>;

  constructor(
    figures: Figures,
    private readonly unchecked: string,
  ) {
    this.#country = figures.board.country;
    const { rules } = jurisdiction(this.#country);
    this.#rules = new Map(
      figures.rules.flatMap(({ id, version, verified }) => {
        const rule = rules.rule(id, version);
        return rule === undefined ? [] : [[`${id}.${version}`, { rule, verified }] as const];
      }),
    );
  }

  /** A row: a rule in its version, or the step a board agreed on. */
  row(key: string): string {
    const known = this.#rules.get(key)?.rule;
    if (known !== undefined) return `${stepName(known.stop)} (${this.#term(known)})`;
    const [trigger, stop] = key.split('>');
    if (trigger === undefined || stop === undefined) return stepName(key);
    const starts = new Set([...this.#rules.values()].flatMap(({ rule }) => (rule.stop === stop ? [rule.trigger] : [])));
    return starts.size > 1 ? `${stepName(stop)} (desde: ${lower(stepName(trigger))})` : stepName(stop);
  }

  /** Norm and version behind each rule of law. */
  norms(): readonly string[] {
    return [...this.#rules.values()].flatMap(({ rule, verified }) => {
      if (isAgreed(rule)) return [];
      const { id, version, norm, legalRef, value } = rule;
      const own =
        value.policy === true ? `; la norma dice «${value.says_es ?? ''}», el número lo fija la instancia` : '';
      const doubt = verified ? '' : `, ${this.unchecked}`;
      return [`${this.row(`${id}.${version}`)}: ${norm}, ${legalRef} (regla ${id}, versión ${version}${doubt})${own}`];
    });
  }

  /** What a board agreed on itself, a line for each step. */
  agreed(): readonly string[] {
    const steps = new Map<string, Rule[]>();
    for (const { rule } of this.#rules.values()) {
      if (!isAgreed(rule)) continue;
      const key = `${rule.trigger}>${rule.stop}`;
      steps.set(key, [...(steps.get(key) ?? []), rule]);
    }
    return [...steps].map(([key, rules]) => {
      const terms = rules.map((rule) => this.#term(rule)).join('; ');
      const ids = rules.map(({ id, version }) => `${id} v${version}`).join(', ');
      return `${this.row(key)}: ${terms} (reglas ${ids})`;
    });
  }

  #term({ term: { amount, unit }, condition = {} }: Rule): string {
    const when = Object.entries(condition).map(([fact, codes]) => {
      const list = jurisdiction(this.#country).codes[ruleFacts[fact as keyof typeof ruleFacts]];
      const names = codes.map((code) => (list !== undefined && hasCode(list, code) ? labelOf(list, code) : code));
      return `${conditions[fact] ?? fact} ${lower(names.join(' o '))}`;
    });
    return [`${amount} ${amount === 1 ? (units[unit]?.one ?? unit) : (units[unit]?.many ?? unit)}`, ...when].join(', ');
  }
}

const isAgreed = ({ value }: Rule): boolean => value.policy === true && value.says_es === undefined;

const stepName = (milestone: string): string =>
  Object.hasOwn(milestoneNames, milestone) ? milestoneNames[milestone as keyof typeof milestoneNames] : milestone;

const lower = (text: string): string => text.toLowerCase();

const conditions: Readonly<Record<string, string>> = {
  risk: 'riesgo',
  urgency: 'urgencia',
  receivedBy: 'denuncia ante',
  investigation: 'investigación',
};

const units: Readonly<Record<string, { readonly one: string; readonly many: string }>> = {
  hours: { one: 'h', many: 'h' },
  days: { one: 'día', many: 'días' },
  'business-days': { one: 'día hábil', many: 'días hábiles' },
  months: { one: 'mes', many: 'meses' },
};
