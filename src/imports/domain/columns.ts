export const kinds = ['cases', 'referrals'] as const;
export type Kind = (typeof kinds)[number];

interface Column {
  /** Spanish names it goes by, written as `columnName` leaves them. */
  readonly es: readonly string[];
  /** The header must have it. */
  readonly required?: true;
}

type Columns = Readonly<Record<string, Column>>;

const es = (...names: string[]): Column => ({ es: names });
const required = (...names: string[]): Column => ({ es: names, required: true });

/** Every column of a file of cases. */
const cases = {
  external_id: required('id_externo'),
  demo: es('demostracion'),
  opened_at: required('fecha_apertura'),
  district: required('distrito', 'ubigeo'),
  institution: es('institucion'),
  entry: required('forma_ingreso'),
  condition: required('condicion'),
  person_external_id: es('id_persona'),
  sex: required('sexo'),
  age: es('edad'),
  age_band: es('grupo_edad'),
  language: es('lengua_materna'),
  disability: es('discapacidad'),
  relation: es('vinculo'),
  types: required('tipos'),
  principal: required('tipo_principal'),
  complaint: required('denuncia'),
  risk: es('riesgo'),
  risk_at: es('fecha_riesgo'),
  report_sent_at: es('fecha_envio_informe'),
  report_received_at: es('fecha_recepcion_informe'),
  court: es('juzgado'),
  measures_at: es('fecha_medidas'),
  measures_granted: es('medidas_otorgadas'),
  measures: es('medidas'),
  closed_at: es('fecha_cierre'),
  close_reason: es('motivo_cierre'),
} as const satisfies Columns;

/** Every column of a file of referrals. */
const referrals = {
  external_id: required('id_externo'),
  demo: es('demostracion'),
  case_external_id: required('id_caso'),
  case_institution: es('institucion_caso'),
  sent_at: required('fecha_envio'),
  from: es('origen'),
  to: required('destino'),
  service: required('servicio'),
  purpose: required('finalidad'),
  urgency: required('urgencia'),
  risk: es('riesgo'),
  consent: es('consentimiento'),
  consent_mode: es('forma_consentimiento'),
  consent_language: es('lengua_consentimiento'),
  duty: es('deber_legal'),
  note: es('nota'),
  safe_contact: es('contacto_seguro'),
  received_at: es('fecha_recepcion'),
  accepted_at: es('fecha_aceptacion'),
  declined_at: es('fecha_rechazo'),
  decline_reason: es('motivo_rechazo'),
  scheduled_at: es('fecha_programacion'),
  appointment_at: es('fecha_cita'),
  not_attended_at: es('fecha_inasistencia'),
  attended_at: es('fecha_atencion'),
  service_given: es('servicio_brindado'),
  reported_at: es('fecha_respuesta'),
  outcome: es('resultado'),
  closed_at: es('fecha_cierre'),
  disposition: es('disposicion'),
  cancelled_at: es('fecha_anulacion'),
  cancel_reason: es('motivo_anulacion'),
} as const satisfies Columns;

export const columnsOf: Readonly<Record<Kind, Columns>> = { cases, referrals };

export type CaseColumn = keyof typeof cases;
export type ReferralColumn = keyof typeof referrals;
export type ColumnName = CaseColumn | ReferralColumn;

/** The one column that only this kind of file has, and every file of it. */
const telling: Readonly<Record<Kind, string>> = { cases: 'opened_at', referrals: 'case_external_id' };

/** A name of the header without accents, capitals and spaces: `Fecha de envío` is `fecha_de_envio`. */
export const columnName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/** The English name of a column, however the header writes it. */
export function columnOf(kind: Kind, header: string): string | undefined {
  const name = columnName(header);
  if (Object.hasOwn(columnsOf[kind], name)) return name;
  return Object.entries(columnsOf[kind]).find(([, column]) => column.es.includes(name))?.[0];
}

/** What a header is the header of. */
export const kindOf = (header: readonly string[]): Kind | undefined =>
  kinds.find((kind) => header.some((name) => columnOf(kind, name) === telling[kind]));
