import type { Words } from '#document';
import type { EditionOf } from '../domain/model.js';
import { indicators } from '../domain/indicators/registry.js';
import { tableWords } from './table-words.js';

/** Everything the report says in words. One object per language; sentences take only published values. */
export interface ReportWords {
  readonly lang: string;
  readonly title: string;
  readonly classification: { readonly real: string; readonly public: string; readonly demo: string };
  readonly meta: Readonly<
    Record<'board' | 'month' | 'edition' | 'cutoff' | 'position' | 'seal' | 'issued' | 'profile' | 'software', string>
  >;
  readonly edition: (edition: EditionOf | undefined) => string;
  readonly profiles: Readonly<Record<'board' | 'public', string>>;
  readonly code: string;
  readonly headings: {
    readonly indicator: string;
    readonly value: string;
    readonly previous: string;
    readonly yearBefore: string;
    readonly trend: string;
    readonly change: string;
    readonly target: string;
  };
  /** Titles of the indicators in their last version. */
  readonly indicators: Readonly<Record<string, string>>;
  readonly change: Readonly<Record<'up' | 'down' | 'steady' | 'unclear', string>>;
  readonly noTarget: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, string>>;
  readonly steps: Readonly<Record<string, string>>;
  readonly standing: Readonly<Record<string, string>>;
  readonly waiting: Readonly<Record<string, string>>;
  readonly ways: Readonly<Record<string, string>>;
  readonly grounds: Readonly<Record<string, string>>;
  readonly legs: Readonly<Record<string, string>>;
  readonly sections: Readonly<Record<string, string>>;
  /** What a table is about, by its id: where it is named and not shown. */
  readonly tables: Readonly<Record<string, string>>;
  readonly openFor: Readonly<Record<string, string>>;
  readonly agreementStates: Readonly<Record<string, string>>;
  readonly agreementCounts: Readonly<Record<string, { readonly one: string; readonly many: string }>>;
  readonly notes: Readonly<Record<string, string>>;
  readonly lights: Readonly<Record<'red' | 'amber' | 'green' | 'grey', string>>;
  readonly noAgreements: string;
  readonly noPlan: string;
  readonly of: (numerator: string, denominator: string) => string;
  readonly decide: string;
  readonly nothingToDecide: string;
  readonly unchecked: string;
  readonly because: Readonly<Record<'nothing' | 'none-due' | 'too-few' | 'not-reached' | 'inconsistent', string>>;
  /** What is withheld, by profile. */
  readonly reserved: Readonly<Record<'board' | 'public', string>>;
  /** What was left out beside small counts, by how; takes the name of a table. */
  readonly leftOut: Readonly<Record<'merged' | 'quarter' | 'rows' | 'withheld', (table: string) => string>>;
  readonly yes: string;
  readonly no: string;
}

/** Why a version replaces the one before it. */
const causes: Readonly<Record<NonNullable<EditionOf['cause']>, string>> = {
  LATE: '; reemplaza a la anterior por registros que llegaron tarde',
  CORRECTED: '; reemplaza a la anterior por correcciones',
  DEFINITION: '; reemplaza a la anterior por un cambio de definición',
};

export const es: ReportWords = {
  lang: 'es',
  title: 'Informe mensual',
  classification: {
    real: 'RESTRINGIDO · solo para integrantes de la instancia',
    public: 'PÚBLICO · números redondeados a múltiplos de 5',
    demo: 'DATOS DE DEMOSTRACIÓN · ninguna persona real',
  },
  meta: {
    board: 'Instancia',
    month: 'Mes',
    edition: 'Edición',
    cutoff: 'Corte de datos',
    position: 'Hasta el suceso',
    seal: 'Sello',
    issued: 'Emitido',
    profile: 'Datos reservados',
    software: 'Versión',
  },
  edition: (edition) =>
    edition === undefined
      ? 'Borrador: cambia con lo que se registra'
      : `Versión ${edition.version}, aprobada en el acta n.º ${edition.minutes}${edition.cause === undefined ? '' : causes[edition.cause]}`,
  profiles: {
    board: 'De 1 a 4 se reserva (··), con lo que permitiría calcularlo',
    public: 'Menos de 10 se reserva (··); lo demás va redondeado a múltiplos de 5',
  },
  code: 'Código',
  headings: {
    indicator: 'Indicador',
    value: 'Este mes',
    previous: 'Mes anterior',
    yearBefore: 'Hace un año',
    trend: '24 meses',
    change: '¿Cambió?',
    target: '¿Llegamos a la meta?',
  },
  indicators: Object.fromEntries(indicators.all.map(({ id, title_es }) => [id, title_es])),
  change: {
    up: 'sube',
    down: 'baja',
    steady: 'no se distingue de la variación normal',
    unclear: 'sin base para comparar',
  },
  noTarget: 'sin meta acordada',
  ...tableWords,
  sections: {
    caseload: 'Casos abiertos',
    repeats: 'Reincidencia',
    month: 'El mes en una página',
    'new-cases': 'Casos nuevos',
    who: 'Quiénes: edad, sexo, vínculo y lengua',
    today: 'Acuerdos de hoy',
    definitions: 'Qué cuenta cada indicador',
    referrals: 'Derivaciones: de quién a quién',
    loop: '¿Se cerró el circuito?',
    'first-attention': 'Tiempo hasta la primera atención',
    deadlines: 'Plazos: cumplidos e incumplidos',
    attentions: 'Atenciones por servicio y tasa',
    quality: 'Calidad de los datos',
    method: 'Cómo leer este informe',
  },
  openFor: {
    '0-7': 'Hasta 7 días',
    '8-30': 'De 8 a 30 días',
    '31-90': 'De 31 a 90 días',
    '91-180': 'De 91 a 180 días',
    'over-180': 'Más de 180 días',
  },
  agreementStates: { overdue: 'Vencido', open: 'En curso', done: 'Cumplido', cancelled: 'Anulado' },
  agreementCounts: {
    overdue: { one: 'vencido', many: 'vencidos' },
    open: { one: 'en curso', many: 'en curso' },
    done: { one: 'cumplido', many: 'cumplidos' },
    cancelled: { one: 'anulado', many: 'anulados' },
  },
  notes: {
    STARTED: 'se empezó',
    ADVANCING: 'avanza',
    WAITING_ON_OTHERS: 'espera a otros',
    NO_BUDGET: 'falta presupuesto',
    NO_STAFF: 'falta personal',
    NOT_STARTED: 'no se empezó',
  },
  lights: {
    red: 'Rojo: muy atrasada',
    amber: 'Ámbar: algo atrasada',
    green: 'Verde: en fecha',
    grey: 'Gris: detenida o por empezar',
  },
  noAgreements: 'No hay acuerdos registrados que estuvieran abiertos en el mes.',
  noPlan: 'No hay un plan aprobado y vigente registrado.',
  of: (numerator, denominator) => `${numerator} de ${denominator}`,
  decide: 'Asuntos para decidir hoy',
  nothingToDecide: 'Ninguna cifra de este mes pide por sí sola una decisión.',
  unchecked: 'por validar',
  because: {
    nothing: 'sin casos',
    'none-due': 'ninguno vencía',
    'too-few': 'muy pocos para calcularlo',
    'not-reached': 'menos de la mitad',
    inconsistent: 'no cuadra: no se publica',
  },
  reserved: {
    board:
      'Datos reservados (··). Ningún número de 1 a 4 se publica, ni lo que permitiría calcularlo restando: tampoco su porcentaje. Un guion o un 0 sí son ceros.',
    public:
      'Datos reservados (··). Ningún número menor de 10 se publica, tampoco el cero, ni lo que cuenta casi solo una institución. Lo demás va redondeado a múltiplos de 5, cada número por su lado: las sumas pueden no cuadrar. Los porcentajes salen de lo redondeado, desde 30.',
  },
  leftOut: {
    merged: (table) => `Se agruparon filas de «${table}»: por separado dejarían calcular un número reservado.`,
    quarter: (table) =>
      `Se presenta por trimestre «${table}», al terminar el trimestre: mes a mes dejaría calcular un número reservado.`,
    rows: (table) => `No se muestra una parte de «${table}» porque dejaría calcular un número reservado.`,
    withheld: (table) => `No se muestra «${table}» porque dejaría calcular un número reservado.`,
  },
  yes: 'sí',
  no: 'no',
};

/** What the renderers say of their own. */
export const documentWords: Words = {
  hidden: 'dato reservado',
  unmeasured: 'aún no medido',
  showTable: 'Ver tabla',
  annex: 'Anexo: tablas de las figuras',
  contents: 'Contenido',
  page: 'Página {page} de {pages}',
  readme: 'Léame',
  sheet: 'Hoja',
  section: 'Sección',
  table: 'Tabla',
  numerator: 'numerador',
  denominator: 'denominador',
  low: 'límite inferior',
  high: 'límite superior',
};
