import type { Words } from '#document';
import type { EditionOf } from '../domain/model.js';
import { indicators } from '../domain/indicators/registry.js';

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
  columns: {
    cases: 'Casos nuevos',
    complaints: 'Denuncias policiales',
    low: 'Límite inferior',
    centre: 'Promedio',
    high: 'Límite superior',
    count: 'Número',
    share: 'Porcentaje',
    total: 'Total',
    merged: 'Otras, agrupadas',
    'not-yet': 'Aún no, o ya no',
    sent: 'Enviadas',
    answered: 'Con respuesta',
    '24h': 'Hasta 24 h',
    '72h': 'De 24 a 72 h',
    later: 'Más de 72 h',
    waiting: 'Aún espera',
    ended: 'Terminó sin atención',
    'median-hours': 'Mediana (horas)',
    'in-time': 'Cumplido en plazo',
    late: 'Cumplido tarde',
    overdue: 'Vencido sin cumplir',
    pending: 'Aún dentro de plazo',
    dropped: 'Dejó de hacer falta',
    'share-in-time': 'En plazo',
    'median-lateness': 'Retraso mediano (horas)',
    'per-10000': 'Por 10 000 habitantes',
    reported: 'Reportó',
    complete: 'Completos',
    records: 'Registros',
    start: 'Abiertos al inicio',
    opened: 'Más: ingresados',
    reopened: 'Más: reabiertos',
    closed: 'Menos: cerrados',
    end: 'Abiertos al cierre',
    owner: 'Responsable',
    due: 'Fecha límite',
    state: 'Estado',
    evidence: 'Evidencia (huella)',
    'days-late': 'Días tarde',
    rescheduled: 'Cambios de fecha',
    open: 'En curso',
    done: 'Cumplidos',
    cancelled: 'Anulados',
    seated: 'Integrantes',
    present: 'Asistieron',
    decisions: 'Acuerdos tomados',
    goal: 'Meta',
    light: 'Semáforo',
    progress: 'Avance (%)',
    expected: 'Esperado (%)',
    spent: 'Gastado',
    budget: 'Presupuesto',
    red: 'Rojo',
    amber: 'Ámbar',
    green: 'Verde',
    grey: 'Gris',
    version: 'Versión',
    since: 'Vale desde',
  },
  rows: {
    total: 'Total',
    month: 'Mes',
    type: 'Tipo de violencia',
    risk: 'Riesgo en la última valoración',
    door: 'Puerta de entrada',
    condition: 'Condición',
    HISTORIC: 'Hechos históricos',
    COLLECTIVE: 'Violación colectiva de derechos',
    from: 'De',
    step: 'Paso',
    standing: 'Dónde está',
    'waiting-for': 'Qué espera',
    way: 'Qué pasó',
    ground: 'Con qué base',
    legs: 'Por cuántos servicios pasó',
    outcome: 'Resultado',
    reason: 'Motivo',
    institution: 'Institución',
    rule: 'Plazo',
    service: 'Servicio',
    field: 'Dato',
    sex: 'Sexo',
    'age-band': 'Edad',
    relation: 'Vínculo',
    'mother-tongue': 'Lengua materna',
    disability: 'Discapacidad',
    ethnicity: 'Cómo se reconoce',
    account: 'Cuenta',
    cases: 'Casos',
    'open-for': 'Abiertos desde hace',
    repeats: 'Todos los hechos repetidos',
    agreement: 'Acuerdo',
    adopted: 'Tomados',
    recent: 'En los últimos tres meses',
    session: 'Sesión',
    quorate: 'Con quórum',
    'not-quorate': 'Sin quórum: no pudo decidir',
    action: 'Acción',
    actions: 'Acciones del plan',
    NONE: 'Sin valorar',
    UNKNOWN: 'Sin dato',
    'attended-persons': 'Personas atendidas',
    language: 'Lengua materna registrada',
    age: 'Edad registrada',
    'risk-field': 'Riesgo valorado',
    'type-field': 'Tipo de violencia registrado',
    late: 'Registradas más de 48 horas después',
  },
  steps: {
    sent: 'Enviadas',
    received: 'Recibidas',
    accepted: 'Aceptadas',
    attended: 'Primera atención',
    answered: 'Respuesta a quien derivó',
    served: 'Recibió el servicio, según la respuesta',
    reviewed: 'Respuesta leída por quien derivó',
  },
  standing: {
    served: 'Recibió el servicio',
    attended: 'Atendida; falta la respuesta',
    waiting: 'Aún espera atención',
    'not-received': 'La respuesta dice que no lo recibió',
    declined: 'No aceptada y cerrada',
    cancelled: 'Anulada',
    unreachable: 'No se logró ubicarla, y se cerró',
  },
  waiting: {
    sent: 'Acuse de recibo',
    received: 'Respuesta: si la aceptan o no',
    accepted: 'Cita o atención',
    scheduled: 'El día de su cita',
    'not-attended': 'Volver a contactarla',
    'on-hold': 'En espera (lista de espera u otro motivo)',
    'cancel-asked': 'Confirmar la anulación pedida',
    declined: 'No aceptada: decide quien derivó',
    unreachable: 'No ubicada: decide quien derivó',
  },
  ways: {
    scheduled: 'Tuvo una cita',
    missed: 'No se presentó a una cita',
    contacted: 'Se intentó contactarla de nuevo',
    held: 'Estuvo en espera',
  },
  grounds: {
    consented: 'Con su consentimiento',
    'legal-duty': 'Por deber legal',
    none: 'Sin datos de identidad',
  },
  legs: { '1': 'Un servicio', '2': 'Dos servicios', '3-plus': 'Tres o más' },
  tables: {
    '*': 'todo el informe',
    series: 'por mes',
    'by-type': 'por tipo',
    'by-risk': 'por riesgo',
    'by-door': 'por puerta de entrada',
    'by-condition': 'por condición',
    'by-sex': 'por sexo',
    'by-age': 'por edad',
    'by-language': 'por lengua',
    'by-relation': 'por vínculo',
    'by-receiver': 'por institución',
    'by-service': 'por servicio',
    matrix: 'matriz',
    steps: 'pasos',
    standing: 'dónde está cada una',
    outcomes: 'resultados',
    reasons: 'motivos',
    legs: 'por cuántos servicios',
    reroutes: 'cambios de servicio',
    grounds: 'con qué base',
    waiting: 'espera',
    'waiting-for': 'qué esperan',
    'on-the-way': 'en el camino',
    deadlines: 'de norma',
    agreed: 'acordados',
    'no-deadline': 'sin plazo',
    persons: 'personas',
    account: 'movimiento',
    completeness: 'datos completos',
    lateness: 'registro tardío',
  },
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
