import type { Fact } from '#publishing';
import { type Month, zoned } from '#terms';
import { jurisdiction, labelOf } from '../protocol/index.js';
import { csvOf } from './csv.js';
import type { RuvReach } from './ruv-reach.js';

/** The bodies that keep the national register of Bolivia: those the law calls promoters of the complaint. */
const promoters: readonly string[] = ['SLIM', 'DNA', 'SEPDAVI', 'SIJPLU'];

/** What nobody records here, in a column the register has. */
const notRecorded = 'No registrado';

/**
 * Columns of the export: what public pages say the register (RUV, a part of SIPPASE) holds of an incident. No official
 * list of fields was found. A person is a short code only the institution can read back: the case’s own to
 * whoever operates the system, to others one made for the month.
 */
export const ruvColumns = [
  'mes',
  'codigo',
  'institucion',
  'municipio',
  'personas',
  'sexo',
  'edad',
  'estado_civil',
  'tipo_violencia',
  'otros_tipos',
  'relacion_agresor',
  'lugar',
  'reportado_sippase',
] as const;
type RuvRow = Readonly<Record<(typeof ruvColumns)[number], string>>;

/** A case while its facts are read. */
interface Incident {
  readonly opened: { readonly code: string; readonly institution: string; readonly district: string };
  /** Whose case it is. */
  readonly of: string;
  readonly month: Month;
  readonly person: { readonly sex: string; readonly ageBand: string; readonly relation?: string };
  principal?: string;
  others: readonly string[];
  reported: boolean;
}

type Opened = Incident['opened'] &
  Incident['person'] & { readonly case: string; readonly person: string; readonly country: string };

/** All that facts tell, which know of no seal. */
const toldByFacts: RuvReach = { isSealed: () => Promise.resolve(false) };

/**
 * The incidents of a local month that promoters opened, in the order they were recorded; but for what is beyond the reach
 * of whoever it is for, and for cases whose person was erased.
 */
export async function ruvRows(
  facts: AsyncIterable<Fact> | Iterable<Fact>,
  month: Month,
  { isSealed, districts }: RuvReach = toldByFacts,
): Promise<readonly RuvRow[]> {
  const { codes, zone } = jurisdiction('BO');
  const kinds = new Map<string, string>();
  const incidents = new Map<string, Incident>();
  const erased = new Set<string>();
  for await (const { type, data, metadata } of facts) {
    if (type === 'OrganizationRegistered.v1') {
      const { organization, kind } = data as { organization: string; kind: string };
      kinds.set(organization, kind);
    } else if (type === 'CaseOpened.v1') {
      const { case: id, person: of, country, code, institution, district, sex, ageBand, relation } = data as Opened;
      const opened = zoned(metadata['effectiveAt'] ?? '', zone).month;
      if (country !== 'BO' || opened !== month || !promoters.includes(kinds.get(institution) ?? '')) continue;
      if (districts?.has(district) === false || (await isSealed(id))) continue;
      const person = { sex, ageBand, ...(relation === undefined ? {} : { relation }) };
      incidents.set(id, { opened: { code, institution, district }, of, month, person, others: [], reported: false });
    } else if (type === 'IncidentRecorded.v1') {
      const { case: id, principal, types } = data as { case: string; principal: string; types: readonly string[] };
      const incident = incidents.get(id);
      if (incident === undefined || incident.principal !== undefined) continue;
      incident.principal = principal;
      incident.others = types.filter((each) => each !== principal);
    } else if (type === 'StepRecorded.v1') {
      const { case: id, step } = data as { case: string; step: string };
      const incident = incidents.get(id);
      if (incident !== undefined && step === 'recorded-in-national-register') incident.reported = true;
    } else if (type === 'SubjectErased.v1') {
      const { person, categories } = data as { person: string; categories?: readonly string[] };
      if (categories?.includes('identity') !== false) erased.add(person);
    }
  }
  const said = (list: string, code: string | undefined): string => {
    const found = codes[list];
    return code === undefined || found === undefined ? notRecorded : labelOf(found, code);
  };
  const ages = jurisdiction('BO').ageBands;
  const left = [...incidents.values()].filter(({ of }) => !erased.has(of));
  return left.map(({ opened, person, principal, others, reported }) => ({
    mes: month,
    codigo: opened.code,
    institucion: said('institutionTypes', kinds.get(opened.institution)),
    municipio: opened.district,
    personas: '1',
    sexo: said('sexes', person.sex),
    edad: ages.find(({ code }) => code === person.ageBand)?.label_es ?? notRecorded,
    estado_civil: notRecorded,
    tipo_violencia: said('violenceTypes', principal),
    otros_tipos: others.map((each) => said('violenceTypes', each)).join('; '),
    relacion_agresor: said('relations', person.relation),
    lugar: notRecorded,
    reportado_sippase: reported ? 'Sí' : 'No',
  }));
}

/** The rows as the register's columns. */
export const ruvCsv = (rows: readonly RuvRow[]): string => csvOf(ruvColumns, rows);
