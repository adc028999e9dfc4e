import type { InstitutionModel } from './model.js';

/** The institutions of a district of a city: every kind the law gives a task to. Made-up houses with public names. */
export const urbanInstitutions: readonly InstitutionModel[] = [
  {
    suffix: 'comisaria-familia',
    kind: 'POLICE_FAMILY',
    name: (place) => `Comisaría de Familia de ${place}`,
    seat: 'policia-familia',
    always: true,
    services: [{ suffix: 'proteccion', kind: 'POLICE_PROTECTION', name: 'Ejecución de medidas de protección' }],
  },
  {
    suffix: 'comisaria-central',
    kind: 'POLICE',
    name: (place) => `Comisaría de ${place}`,
    seat: 'policia',
    always: true,
    services: [{ suffix: 'proteccion', kind: 'POLICE_PROTECTION', name: 'Patrullaje y protección' }],
  },
  {
    suffix: 'cem',
    kind: 'CEM',
    name: (place) => `Centro Emergencia Mujer ${place}`,
    seat: 'cem',
    always: false,
    services: [
      { suffix: 'psicologia', kind: 'PSYCHOLOGY', name: 'Atención psicológica' },
      { suffix: 'legal', kind: 'LEGAL', name: 'Patrocinio legal' },
      { suffix: 'social', kind: 'SOCIAL', name: 'Atención social' },
    ],
  },
  {
    suffix: 'juzgado-familia',
    kind: 'FAMILY_COURT',
    name: (place) => `Juzgado de Familia de ${place}`,
    seat: 'poder-judicial',
    always: true,
    services: [],
  },
  {
    suffix: 'fiscalia',
    kind: 'PROSECUTOR_CRIMINAL',
    name: (place) => `Fiscalía especializada en violencia de ${place}`,
    seat: 'ministerio-publico',
    always: true,
    services: [
      { suffix: 'victimas-testigos', kind: 'SOCIAL', name: 'Asistencia a víctimas y testigos' },
      { suffix: 'medicina-legal', kind: 'FORENSIC', name: 'Evaluación médico-legal' },
    ],
  },
  {
    suffix: 'salud',
    kind: 'HEALTH',
    name: (place) => `Centro de Salud de ${place}`,
    seat: 'salud',
    always: true,
    services: [
      { suffix: 'emergencia', kind: 'HEALTH', name: 'Emergencia y atención de salud' },
      { suffix: 'salud-mental', kind: 'PSYCHOLOGY', name: 'Salud mental comunitaria' },
    ],
  },
  {
    suffix: 'demuna',
    kind: 'DEMUNA',
    name: (place) => `DEMUNA de ${place}`,
    seat: 'demuna',
    always: false,
    services: [
      {
        suffix: 'proteccion',
        kind: 'CHILD_PROTECTION',
        name: 'Defensa de niñas, niños y adolescentes',
        maximumAge: 17,
      },
      { suffix: 'social', kind: 'SOCIAL', name: 'Acompañamiento familiar' },
    ],
  },
  {
    suffix: 'defensa-publica',
    kind: 'PUBLIC_DEFENCE',
    name: (place) => `Defensa Pública de Víctimas de ${place}`,
    seat: 'justicia',
    always: false,
    services: [{ suffix: 'defensa', kind: 'LEGAL', name: 'Defensa legal de víctimas' }],
  },
  {
    suffix: 'refugio',
    kind: 'HRT',
    name: (place) => `Hogar de refugio temporal de ${place}`,
    seat: 'refugio',
    always: true,
    services: [
      {
        suffix: 'acogida',
        kind: 'SHELTER',
        name: 'Acogida temporal',
        confidential: true,
        capacity: { unit: 'BED', total: 20 },
      },
    ],
  },
  {
    suffix: 'ong',
    kind: 'NGO',
    name: (place) => `Organización de mujeres de ${place}`,
    seat: 'sociedad-civil',
    always: false,
    services: [{ suffix: 'acompanamiento', kind: 'ACCOMPANIMENT', name: 'Acompañamiento comunitario' }],
  },
  {
    suffix: 'municipalidad',
    kind: 'MUNICIPALITY',
    name: (place) => `Municipalidad Distrital de ${place}`,
    seat: 'municipalidad',
    always: false,
    services: [{ suffix: 'apoyo', kind: 'SUPPORT_FUND', name: 'Apoyo económico de emergencia' }],
  },
];
