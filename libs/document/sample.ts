import { hidden, number, ratio, text, unmeasured } from './cells.js';
import type { Cell, Chart, Figure, Indicators, ReportDocument, Row, TableData, Words } from './model.js';

/** A made-up document about a network of libraries that uses every block, every chart and every kind of cell. */

const locale = 'es-PE';
const n = (value: number): Cell => number(value, locale);
const part = (numerator: number, denominator: number): Cell => ratio(numerator, denominator, locale);
const rows = (entries: readonly (readonly [id: string, label: string, ...cells: Cell[]])[]): Row[] =>
  entries.map(([id, label, ...cells]) => ({ id, label, cells }));

export const sampleWords: Words = {
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

const months = Array.from({ length: 24 }, (_, index) => {
  const month = ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'set', 'oct', 'nov', 'dic'][index % 12] ?? '';
  return { id: `m${index}`, label: `${month} ${index < 12 ? 24 : 25}` };
});
const loans = [41, 44, 39, 47, 42, 40, 45, 49, 43, 38, 46, 44, 42, 48, 71, 45, 40, 43, 47, 44, 21, 45, 50, 58];

const loansByMonth: TableData = {
  rowHeading: 'Mes',
  columns: [
    { id: 'loans', label: 'Préstamos' },
    { id: 'low', label: 'Límite inferior' },
    { id: 'mean', label: 'Promedio' },
    { id: 'high', label: 'Límite superior' },
  ],
  rows: months.map(({ id, label }, index) => {
    const value = index === 5 ? hidden : index === 9 ? unmeasured : n(loans[index] ?? 0);
    const limits = index < 12 ? [29.5, 43.25, 57] : [30.25, 46.5, 62.75];
    return { id, label, cells: [value, ...limits.map(n)] };
  }),
};

const byKind: TableData = {
  rowHeading: 'Materia',
  columns: [{ id: 'count', label: 'Préstamos' }],
  rows: [
    ...rows([
      ['novel', 'Novela', n(212)],
      ['science', 'Ciencias de la naturaleza y matemáticas para todas las edades', n(87)],
      ['maps', 'Mapas & planos <antiguos>', hidden],
      ['music', '=Música "impresa"', n(1034.5)],
      ['other', 'Otras', unmeasured],
    ]),
    { id: 'total', label: 'Total', total: true, cells: [n(1337)] },
  ],
};

const byState: TableData = {
  rowHeading: 'Mes',
  columns: ['En plazo', 'Tarde', 'Perdido', 'Sin dato', 'Meta'].map((label, index) => ({
    id: ['inTime', 'late', 'lost', 'unknown', 'goal'][index] ?? label,
    label,
  })),
  rows: rows([
    ['sep', 'Setiembre', part(61, 100), part(22, 100), part(10, 100), part(7, 100), part(4, 5)],
    ['oct', 'Octubre', part(83, 113), part(17, 113), part(2, 113), part(11, 113), part(4, 5)],
    ['nov', 'Noviembre', part(64, 79), hidden, hidden, part(6, 79), part(4, 5)],
    ['dec', 'Diciembre', unmeasured, unmeasured, unmeasured, unmeasured, part(4, 5)],
  ]),
};

const places = ['Central', 'Norte', 'Sur', 'Puerto', 'Universidad', 'Escuela 12', 'Hospital'];
const flows: TableData = {
  rowHeading: 'Desde',
  columns: [
    ...places.map((label, index) => ({ id: `to${index}`, label })),
    { id: 'total', label: 'Total', total: true },
  ],
  rows: [
    ...places.map((label, row) => ({
      id: `from${row}`,
      label,
      cells: [
        ...places.map((_, column) => {
          const size = (row * 37 + column * 53 + row * column * 17) % 97;
          if (row === column) return number(0, locale);
          if (size % 6 === 3) return hidden;
          return row === 6 && column === 2 ? unmeasured : n(size);
        }),
        n(180 + row * 7),
      ],
    })),
    {
      id: 'total',
      label: 'Total',
      total: true,
      cells: [...places.map((_, column) => n(170 + column * 11)), n(1407)],
    },
  ],
};

const cascade: TableData = {
  rowHeading: 'Paso',
  columns: [
    { id: 'count', label: 'Pedidos' },
    { id: 'share', label: 'De los enviados' },
  ],
  rows: rows([
    ['sent', 'Enviados', n(118), part(118, 118)],
    ['received', 'Recibidos', n(109), part(109, 118)],
    ['accepted', 'Aceptados por la biblioteca de destino', n(91), part(91, 118)],
    ['lent', 'Prestados', hidden, hidden],
    ['back', 'Con respuesta', n(52), part(52, 118)],
  ]),
};

const waiting: TableData = {
  rowHeading: 'Biblioteca',
  columns: [
    { id: 'median', label: 'Mediana (horas)' },
    { id: 'q1', label: 'Cuarto inferior' },
    { id: 'q3', label: 'Cuarto superior' },
    { id: 'goal', label: 'Meta (horas)' },
  ],
  rows: rows([
    ['central', 'Central', number(18.5, locale, { interval: { low: 15.25, high: 23.75 } }), n(9), n(31), n(24)],
    ['north', 'Norte', n(44), n(26), n(77), n(24)],
    ['south', 'Sur', hidden, hidden, hidden, n(24)],
    ['port', 'Puerto', unmeasured, unmeasured, unmeasured, n(24)],
  ]),
};

const figure = (id: string, title: string, table: TableData, chart: Chart): Figure => ({
  kind: 'figure',
  id,
  title,
  description: `Medida, población y período de «${title}». Fuente: registros de la red.`,
  alt: `Gráfico de ${title.toLowerCase()}; los datos están en la tabla que sigue.`,
  chart,
  table,
});

const indicators: Indicators = {
  kind: 'indicators',
  id: 'indicators',
  title: 'Indicadores acordados',
  description: 'Valor del mes, con su intervalo, y doce meses de historia.',
  headings: {
    indicator: 'Indicador',
    value: 'Noviembre',
    previous: 'Octubre',
    yearBefore: 'Nov. 2024',
    trend: '12 meses',
    change: '¿Cambió?',
    target: '¿Llegamos a la meta?',
  },
  rows: [
    {
      id: 'loans',
      label: 'Préstamos del mes',
      value: number(58, locale, { interval: { low: 44.04, high: 74.98 } }),
      previous: n(50),
      yearBefore: n(46),
      trend: loans.slice(12).map(n),
      change: { icon: 'steady', word: 'no se distingue de la variación normal' },
      target: { icon: 'none', word: 'sin meta' },
    },
    {
      id: 'inTime',
      label: 'Devueltos en plazo',
      value: ratio(64, 79, locale, { text: '81 % (71–88)', interval: { low: 0.7102, high: 0.8813 } }),
      previous: part(83, 113),
      yearBefore: hidden,
      trend: [...Array<Cell>(7).fill(unmeasured), part(55, 80), hidden, part(60, 81), part(83, 113), part(64, 79)],
      change: { icon: 'up', word: 'sube' },
      target: { icon: 'met', word: 'sí, de modo estable' },
    },
    {
      id: 'lost',
      label: 'Libros perdidos',
      value: hidden,
      previous: n(12),
      yearBefore: n(15),
      trend: [...Array<Cell>(8).fill(unmeasured), n(11), n(14), n(12), hidden],
      change: { icon: 'down', word: 'baja' },
      target: { icon: 'varies', word: 'unos meses sí, otros no' },
    },
    {
      id: 'readers',
      label: 'Lectores atendidos en su lengua',
      value: unmeasured,
      previous: unmeasured,
      yearBefore: unmeasured,
      trend: Array<Cell>(12).fill(unmeasured),
      change: { icon: 'none', word: 'aún no medido' },
      target: { icon: 'missed', word: 'no' },
    },
  ],
};

export const sample: ReportDocument = {
  id: 'red-2025-11',
  lang: 'es',
  locale,
  title: 'Informe mensual de la red de bibliotecas',
  subtitle: 'Noviembre de 2025',
  issuedOn: '2025-12-05',
  meta: [
    { label: 'Territorio', value: 'Valle Imaginario' },
    { label: 'Corte de datos', value: '5 de diciembre de 2025, 08:00' },
    { label: 'Reportaron', value: '19 de 22 bibliotecas' },
    { label: 'Estado', value: 'Borrador, versión 1' },
  ],
  classification: 'RESTRINGIDO · DATOS DE DEMOSTRACIÓN',
  footer: {
    owner: 'Red del Valle Imaginario',
    period: 'Noviembre de 2025',
    code: 'K7QX-92MD',
    verify: 'Compruebe este informe en la página «Verificar».',
  },
  words: sampleWords,
  sections: [
    {
      id: 'month',
      number: '1',
      title: 'El mes en una página',
      blocks: [
        indicators,
        {
          kind: 'list',
          title: 'Tres asuntos para decidir hoy',
          ordered: true,
          items: [
            { text: 'Norte tarda casi el doble de la meta.', to: 'paths' },
            { text: 'Febrero salió de lo normal: 71 préstamos.', to: 'loans-section' },
            { text: 'Sin envíos Hospital → Sur en tres meses.' },
          ],
        },
        {
          kind: 'note',
          tone: 'warning',
          title: 'Cómo leer',
          text: '“··” es un dato reservado; <nunca> se calcula por diferencia.',
        },
      ],
    },
    {
      id: 'loans-section',
      number: '2',
      title: 'Los préstamos no se distinguen de la variación normal',
      blocks: [
        figure('loans', 'Préstamos por mes con límites naturales', loansByMonth, {
          kind: 'line',
          value: 'loans',
          limits: { low: 'low', centre: 'mean', high: 'high' },
        }),
        figure('kinds', 'Préstamos por materia', byKind, { kind: 'bars', value: 'count' }),
        figure('states', 'Cuatro de cinco libros vuelven en plazo', byState, {
          kind: 'stacked',
          parts: ['inTime', 'late', 'lost', 'unknown'],
          hatched: 'unknown',
          target: 'goal',
        }),
        { kind: 'note', tone: 'question', title: '¿Qué decidir?', text: '¿Se amplía el plazo de los mapas?' },
      ],
    },
    {
      id: 'paths',
      number: '3',
      title: 'De dónde a dónde van los libros',
      newPage: true,
      blocks: [
        { kind: 'paragraph', text: 'Cada envío cuenta una vez, el día en que salió.' },
        { kind: 'paragraph', text: 'Llank’ay qallarin.', lang: 'qu' },
        figure('flows', 'Envíos entre bibliotecas', flows, { kind: 'matrix', columnHeading: 'Hacia' }),
        figure('cascade', 'Menos de la mitad de los pedidos tuvo respuesta', cascade, {
          kind: 'steps',
          count: 'count',
          share: 'share',
        }),
        figure('waiting', 'Horas hasta el préstamo', waiting, {
          kind: 'dots',
          middle: 'median',
          low: 'q1',
          high: 'q3',
          target: 'goal',
        }),
      ],
    },
    {
      id: 'agreements',
      number: '4',
      title: 'Acuerdos',
      blocks: [
        {
          kind: 'table',
          id: 'agreed',
          title: 'Acuerdos de la reunión anterior',
          description: 'Primero los vencidos.',
          table: {
            rowHeading: 'Acuerdo',
            columns: [
              { id: 'who', label: 'Responsable' },
              { id: 'due', label: 'Fecha límite' },
              { id: 'state', label: 'Estado' },
              { id: 'late', label: 'Días de retraso' },
            ],
            rows: rows([
              ['a1', 'Comprar estantes', text('Central'), text('2025-10-30'), text('Vencido'), n(36)],
              ['a2', '@Reparar el techo', text('+Sur'), text('2025-12-20'), text('En curso'), n(0)],
              ['a3', 'Contratar mensajero', text('Puerto'), text('2026-01-15'), text('-En curso'), unmeasured],
            ]),
          },
        },
        { kind: 'form', id: 'today', title: 'Acuerdos de hoy', columns: ['Acuerdo', 'Responsable', 'Fecha'], lines: 4 },
        { kind: 'form', id: 'present', title: 'Asistencia', columns: ['Nombre y cargo', 'Firma'], lines: 5 },
      ],
    },
  ],
};
