import type { ActivityEvents } from '../domain/activity.js';
import type { BudgetEvents } from '../domain/budget.js';
import type { ExchangeEvents } from '../domain/exchange.js';
import type { FindingEvents } from '../domain/finding.js';
import type { MaterialEvents } from '../domain/material.js';
import type { NormEvents } from '../domain/norm.js';
import type { ProjectEvents } from '../domain/project.js';
import type { TrainingEvents } from '../domain/training.js';

export const board = 'mesa-150112';
export const country = 'PE';
export const municipality = 'pe-150112-municipalidad';
export const cem = 'pe-150112-cem';
export const police = 'pe-150112-comisaria-familia';
export const network = 'pe-150112-red-vigilancia';

export const agreementId = 'a64ee000-0000-8000-8000-000000000001';
export const projectId = '9607ec70-0000-8000-8000-000000000001';
const stepId = '57e90000-0000-8000-8000-000000000001';

/** Whose an entry is and who enters it. */
export const of = { board, country, institution: municipality };

/** An entry of each register with every field it can have. */
export const entries = {
  activity: {
    ...{ kind: 'WORKSHOP', on: '2025-09-20', topic: 'EQUALITY_POLICY', district: '150112', place: 'casa-comunal' },
    institutions: [municipality, cem],
    people: [
      { sex: 'F', ageBand: '26-29', count: 150 },
      { sex: 'M', ageBand: '30-35', count: 118 },
    ],
    ...{ audience: 628_000, addressed: police, project: projectId },
  },
  norm: {
    ...{ kind: 'REGIONAL_BYLAW', number: 'ORD-017-2009', on: '2025-09-01', issuer: municipality },
    ...{ topic: 'EQUALITY_POLICY', agreement: agreementId },
  },
  training: {
    ...{ topic: 'CARE_OF_CASES', on: '2025-08-01', organization: police, staff: ['st-01', 'st-02'], hours: 24 },
    ...{ until: '2027-07-31', project: projectId },
  },
  material: {
    ...{ kind: 'RADIO_SPOT', title: 'Nuestra ruta', language: 'QU', topic: 'RIGHTS_AND_ROUTES', on: '2025-07-15' },
    project: projectId,
  },
  project: {
    ...{
      kind: 'PARTICIPATORY_BUDGET',
      title: 'Escuelas que conviven',
      districts: ['150112'],
      funders: ['muni-150112'],
    },
    ...{ from: '2025-01-01', until: '2026-12-31', budget: 12_000_000, currency: 'PEN' },
    outcomes: [{ indicator: 'schools-with-plan', baseline: 0, target: 20, by: '2026-12-31' }],
    agreement: agreementId,
  },
  budget: {
    ...{ purpose: 'COUNCILS', year: 2025, holder: municipality, amount: 5_000_000, currency: 'PEN', on: '2025-03-01' },
    ...{ agreement: agreementId, council: 'consejo-ccapi', project: projectId },
  },
  exchange: {
    ...{ host: 'muni-150112', from: '2025-08-13', until: '2025-08-15', topics: ['PREVENTION', 'CARE_OF_CASES'] },
    delegations: [{ of: 'bo-el-alto', people: 6 }],
    undertaking: 'Compartir las guías de atención',
    ...{ agreement: agreementId, covenant: 'CONV-2018-04' },
  },
  finding: {
    ...{ network, observed: cem, topic: 'WAITING_TIME', on: '2025-09-15', due: '2025-10-15' },
    text: 'La espera pasa de dos horas los lunes',
  },
} as const satisfies {
  activity: ActivityEvents['ActivityHeld']['entry'];
  norm: NormEvents['NormIssued']['entry'];
  training: TrainingEvents['TrainingGiven']['entry'];
  material: MaterialEvents['MaterialProduced']['entry'];
  project: ProjectEvents['ProjectRegistered']['entry'];
  budget: BudgetEvents['BudgetAssigned']['entry'];
  exchange: ExchangeEvents['ExchangeHeld']['entry'];
  finding: FindingEvents['FindingRaised']['entry'];
};

const begun = { ...of, imported: true } as const;
const corrected = { board, reason: 'WRONG_COUNT' } as const;
const withdrawn = { board, reason: 'ENTERED_TWICE' } as const;
const takenBack = { ...withdrawn, step: stepId };
const stepped = { board, step: stepId, institution: municipality, imported: true } as const;

/** Every event of every register with every field it can have, as stored, by category, in an order it could happen. */
export const completeRegisters = {
  activity: {
    ActivityHeld: { ...begun, entry: entries.activity },
    ActivityCorrected: { ...corrected, entry: entries.activity },
    ActivityWithdrawn: withdrawn,
  } satisfies ActivityEvents,
  norm: {
    NormIssued: { ...begun, entry: entries.norm },
    NormCorrected: { ...corrected, entry: entries.norm },
    NormWithdrawn: withdrawn,
  } satisfies NormEvents,
  training: {
    TrainingGiven: { ...begun, entry: entries.training },
    TrainingCorrected: { ...corrected, entry: entries.training },
    CertificateEnded: { ...stepped, entry: { staff: ['st-02'], on: '2025-09-30', why: 'LEFT_THE_POST' } },
    TrainingStepTakenBack: takenBack,
    TrainingWithdrawn: withdrawn,
  } satisfies TrainingEvents,
  material: {
    MaterialProduced: { ...begun, entry: entries.material },
    MaterialCorrected: { ...corrected, entry: entries.material },
    MaterialTransferred: { ...stepped, entry: { to: cem, on: '2025-08-20', copies: 300 } },
    MaterialStepTakenBack: takenBack,
    MaterialWithdrawn: withdrawn,
  } satisfies MaterialEvents,
  project: {
    ProjectRegistered: { ...begun, entry: entries.project },
    ProjectCorrected: { ...corrected, entry: entries.project },
    OutcomeMeasured: { ...stepped, entry: { indicator: 'schools-with-plan', value: 12, on: '2025-09-01' } },
    ProjectAdvanced: { ...stepped, entry: { stage: 'PROPOSED', on: '2025-02-10' } },
    ProjectStepTakenBack: takenBack,
    ProjectWithdrawn: withdrawn,
  } satisfies ProjectEvents,
  budget: {
    BudgetAssigned: { ...begun, entry: entries.budget },
    BudgetCorrected: { ...corrected, entry: entries.budget },
    BudgetExecuted: { ...stepped, entry: { amount: 1_250_050, on: '2025-06-30' } },
    BudgetStepTakenBack: takenBack,
    BudgetWithdrawn: withdrawn,
  } satisfies BudgetEvents,
  exchange: {
    ExchangeHeld: { ...begun, entry: entries.exchange },
    ExchangeCorrected: { ...corrected, entry: entries.exchange },
    ExchangeWithdrawn: withdrawn,
  } satisfies ExchangeEvents,
  finding: {
    FindingRaised: { ...begun, entry: entries.finding },
    FindingCorrected: { ...corrected, entry: entries.finding },
    FindingReplyPassedOn: {
      ...stepped,
      entry: { answer: 'NOT_OURS', on: '2025-10-01', text: 'Es de otro sector', letter: 'OFICIO-012-2025' },
    },
    FindingStepTakenBack: takenBack,
    FindingReplyLate: { ...stepped, institution: cem, entry: { times: 1, due: '2025-10-15' } },
    FindingAnswered: {
      ...{ ...stepped, institution: cem },
      entry: { answer: 'ACCEPTED', on: '2025-10-01', text: 'Se abrirá un turno más' },
    },
    FindingTakenUp: { ...stepped, entry: { agreement: agreementId } },
    FindingSettled: { ...stepped, institution: network, entry: { how: 'PUT_RIGHT', on: '2025-10-01' } },
    FindingWithdrawn: withdrawn,
  } satisfies FindingEvents,
} as const;
