/** Everything the report says in words. One object per language; sentences take only published values. */
export interface ReportWords {
  readonly lang: string;
  readonly title: string;
  readonly classification: { readonly real: string; readonly demo: string };
  readonly meta: Readonly<
    Record<'board' | 'month' | 'cutoff' | 'position' | 'issued' | 'profile' | 'software', string>
  >;
  readonly boardProfile: string;
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
  readonly of: (numerator: string, denominator: string) => string;
  readonly decide: string;
  readonly nothingToDecide: string;
  readonly unchecked: string;
  readonly because: Readonly<Record<'nothing' | 'too-few' | 'not-reached', string>>;
  readonly yes: string;
  readonly no: string;
}

export const es: ReportWords = {
  lang: 'es',
  title: 'Informe mensual',
  classification: {
    real: 'RESTRINGIDO · solo para integrantes de la instancia',
    demo: 'DATOS DE DEMOSTRACIÓN · ninguna persona real',
  },
  meta: {
    board: 'Instancia',
    month: 'Mes',
    cutoff: 'Corte de datos',
    position: 'Hasta el suceso',
    issued: 'Emitido',
    profile: 'Datos reservados',
    software: 'Versión',
  },
  boardProfile: 'De 1 a 4 se reserva (··), con lo que permitiría calcularlo',
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
  indicators: {
    'new-cases': 'Casos nuevos',
    'new-police-complaints': 'Denuncias policiales nuevas',
    'severe-risk-share': 'Casos nuevos con riesgo severo',
    'referrals-answered': 'Derivaciones con respuesta',
    'first-attention-72h': 'Primera atención en 72 horas',
    'measures-in-time': 'Medidas de protección en plazo legal',
    'repeat-12-months': 'Hecho repetido en 12 meses',
    'open-cases': 'Casos abiertos al cierre',
    'agreements-kept': 'Acuerdos cumplidos',
  },
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
  },
  rows: {
    total: 'Total',
    month: 'Mes',
    type: 'Tipo de violencia',
    risk: 'Riesgo en la última valoración',
    door: 'Puerta de entrada',
    condition: 'Condición',
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
  sections: {
    month: 'El mes en una página',
    'new-cases': 'Casos nuevos',
    referrals: 'Derivaciones: de quién a quién',
    loop: '¿Se cerró el circuito?',
    'first-attention': 'Tiempo hasta la primera atención',
    deadlines: 'Plazos: cumplidos e incumplidos',
    attentions: 'Atenciones por servicio y tasa',
    quality: 'Calidad de los datos',
    method: 'Cómo leer este informe',
  },
  of: (numerator, denominator) => `${numerator} de ${denominator}`,
  decide: 'Asuntos para decidir hoy',
  nothingToDecide: 'Ninguna cifra de este mes pide por sí sola una decisión.',
  unchecked: 'por validar',
  because: { nothing: 'sin casos', 'too-few': 'muy pocos para calcularlo', 'not-reached': 'menos de la mitad' },
  yes: 'sí',
  no: 'no',
};
