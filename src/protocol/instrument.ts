import type { LocalDate } from '#terms';

/** What decides deadlines. `UNDETERMINED`: the answers known leave more than one level possible. */
export type RiskLevel = 'MILD' | 'MODERATE' | 'SEVERE';
export type AssessedLevel = RiskLevel | 'UNDETERMINED';

export interface RiskOption {
  readonly value: string;
  readonly label_es: string;
  readonly points: number;
}

export interface RiskItem {
  readonly key: string;
  readonly text_es: string;
  readonly options: readonly RiskOption[];
  /** Answered so, the item calls for a second look whatever the score. */
  readonly review?: { readonly when: string; readonly alert: RiskAlert };
}

/** What an answer calls for beside the score. */
export type RiskAlert = 'SEVERE_REVIEW' | 'HEALTH_REFERRAL' | 'IMMEDIATE_HELP';

/** A stretch of the score, both ends included. Several bands may share a level. */
export interface RiskBand {
  readonly band: string;
  readonly label_es: string;
  readonly level: RiskLevel;
  readonly from: number;
  readonly to: number;
}

/** A questionnaire that yields a risk level: data, never edited once used. */
export interface RiskInstrument {
  readonly code: string;
  readonly version: number;
  readonly jurisdiction: string;
  readonly title_es: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly items: readonly RiskItem[];
  readonly bands: readonly RiskBand[];
  readonly norm: string;
  readonly source: string;
  /** False: weights and cut-offs were not checked against the official form. */
  readonly verified: boolean;
}

/** Item key → chosen value. Left out: not asked, or not known. */
export type RiskAnswers = Readonly<Record<string, string | undefined>>;

export interface RiskScore {
  /** The score if every unknown answer were the most harmless, and the most serious one. */
  readonly min: number;
  readonly max: number;
  /** The level both ends lie in. */
  readonly level: AssessedLevel;
  /** The band both ends lie in, if they lie in one. */
  readonly band?: string;
  /** The level of the lower end: the risk is at least this. */
  readonly atLeast: RiskLevel;
  readonly unanswered: readonly string[];
  readonly alerts: readonly { readonly item: string; readonly alert: RiskAlert }[];
}

const levels: readonly RiskLevel[] = ['MILD', 'MODERATE', 'SEVERE'];

/**
 * Scores answers with an instrument. Unknown answers make an interval, not a guess.
 * @throws RangeError an answer to no item, or that the item does not offer
 */
export function score(instrument: RiskInstrument, answers: RiskAnswers): RiskScore {
  const keys = new Set(instrument.items.map((item) => item.key));
  for (const key of Object.keys(answers)) if (!keys.has(key)) throw new RangeError(`no item ${key}`);
  const unanswered: string[] = [];
  const alerts: { item: string; alert: RiskAlert }[] = [];
  let min = 0;
  let max = 0;
  for (const { key, options, review } of instrument.items) {
    const answer = answers[key];
    if (answer === undefined) {
      const points = options.map((option) => option.points);
      unanswered.push(key);
      min += Math.min(...points);
      max += Math.max(...points);
      continue;
    }
    const option = options.find((each) => each.value === answer);
    if (option === undefined) throw new RangeError(`item ${key} does not offer ${answer}`);
    min += option.points;
    max += option.points;
    if (review?.when === answer) alerts.push({ item: key, alert: review.alert });
  }
  const low = bandOf(instrument, min);
  const high = bandOf(instrument, max);
  return {
    min,
    max,
    level: low.level === high.level ? low.level : 'UNDETERMINED',
    ...(low.band === high.band ? { band: low.band } : {}),
    atLeast: low.level,
    unanswered,
    alerts,
  };
}

/** @throws RangeError the bands have a hole */
function bandOf(instrument: RiskInstrument, points: number): RiskBand {
  const band = instrument.bands.find(({ from, to }) => from <= points && points <= to);
  if (band === undefined) throw new RangeError(`${instrument.code} has no band for ${points}`);
  return band;
}

/** The more serious of two levels; an undetermined one counts as nothing known. */
export function graver(a: AssessedLevel, b: AssessedLevel): AssessedLevel {
  return rank(a) >= rank(b) ? a : b;
}

/**
 * Whether a professional may set `to` by judgement: a known level, never below what the answers already show.
 * The reason is kept with the decision.
 */
export function mayOverride(scored: Pick<RiskScore, 'level' | 'atLeast'>, to: RiskLevel): boolean {
  return to !== scored.level && rank(to) >= rank(scored.atLeast);
}

const rank = (level: AssessedLevel): number => levels.findIndex((each) => each === level);
