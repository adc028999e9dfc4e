import type { RiskInstrument, RiskItem } from '../instrument.js';

/** A yes/no item; `points` for yes. */
function yesNo(key: string, text_es: string, points: number, review?: RiskItem['review']): RiskItem {
  return {
    key,
    text_es,
    options: [
      { value: 'YES', label_es: 'Sí', points },
      { value: 'NO', label_es: 'No', points: 0 },
    ],
    ...(review ? { review } : {}),
  };
}

const severeReview = { when: 'YES', alert: 'SEVERE_REVIEW' } as const;

/**
 * Risk in a couple, in our own wording. Each yes is a point; some weigh more. Weights and cut-offs follow the published
 * instrument the official form is modelled on; the official annex itself was not available.
 */
export const coupleRisk: RiskInstrument = {
  code: 'PE-FVR-PAREJA',
  version: 1,
  jurisdiction: 'PE',
  title_es: 'Valoración de riesgo en violencia de pareja',
  validFrom: '2019-03-07',
  norm: 'DS 009-2016-MIMP, anexo, modificado por el DS 004-2019-MIMP',
  source:
    'Order of items from a public transcription of the form. Weights, cut-offs and first day of use are general knowledge and are to be checked against the annex.',
  verified: false,
  items: [
    yesNo('escalation', 'En el último año, ¿los golpes se hicieron más fuertes o más seguidos?', 1),
    yesNo('weapon_access', '¿Tiene un arma o podría conseguirla con facilidad (de fuego, cuchillo, machete…)?', 5),
    {
      key: 'separated',
      text_es: '¿Convivieron en el último año? Si es así, ¿siguen juntos o ella lo dejó?',
      options: [
        { value: 'TOGETHER', label_es: 'Convivieron y siguen juntos', points: 0 },
        { value: 'LEFT', label_es: 'Convivieron y ella lo dejó', points: 5 },
        { value: 'NOT_LAST_YEAR', label_es: 'Convivieron antes, no en el último año', points: 0 },
        { value: 'NEVER', label_es: 'Nunca convivieron', points: -3 },
      ],
    },
    {
      key: 'unemployed',
      text_es: '¿Tiene él actualmente un trabajo estable?',
      options: [
        { value: 'YES', label_es: 'Sí', points: 0 },
        { value: 'NO', label_es: 'No', points: 4 },
      ],
    },
    yesNo('weapon_used', '¿Alguna vez usó un arma contra ella o la amenazó con una?', 3, severeReview),
    yesNo('threat_kill', '¿La amenazó con matarla?', 3, severeReview),
    yesNo('reported', '¿Alguna vez lo denunció ante policía, fiscalía, juzgado o autoridad comunal?', 3),
    yesNo('forced_sex', '¿La obligó a tener relaciones sexuales?', 2),
    yesNo('choking', '¿Intentó ahorcarla o asfixiarla?', 1, severeReview),
    yesNo('drugs', '¿Consume drogas?', 1),
    yesNo('alcohol', '¿Es alcohólico o bebe de forma problemática?', 1),
    yesNo('control', '¿Controla la mayor parte de lo que ella hace cada día?', 1),
    yesNo('jealousy', '¿Es celoso de forma constante y violenta?', 1),
    yesNo('pregnant_beaten', '¿La golpeó estando embarazada?', 1),
    yesNo('his_suicide', '¿Él amenazó con suicidarse o lo intentó?', 1),
    yesNo('threat_children', '¿Amenazó con hacer daño a sus hijas o hijos?', 1),
    yesNo('believes_capable', '¿Ella cree que él es capaz de matarla?', 1, severeReview),
    yesNo('stalking', '¿La persigue con llamadas o mensajes insistentes, o destruye sus cosas?', 1),
    yesNo('her_suicide', '¿Ella pensó alguna vez en quitarse la vida o lo intentó?', 0, {
      when: 'YES',
      alert: 'HEALTH_REFERRAL',
    }),
    yesNo('ideation_30d', 'En los últimos 30 días, ¿tuvo ideas de quitarse la vida?', 0, {
      when: 'YES',
      alert: 'IMMEDIATE_HELP',
    }),
  ],
  bands: [
    { band: 'MILD', label_es: 'Leve', level: 'MILD', from: -3, to: 7 },
    { band: 'MODERATE', label_es: 'Moderado', level: 'MODERATE', from: 8, to: 13 },
    { band: 'SEVERE', label_es: 'Severo', level: 'SEVERE', from: 14, to: 17 },
    { band: 'SEVERE_EXTREME', label_es: 'Severo extremo', level: 'SEVERE', from: 18, to: 37 },
  ],
};
