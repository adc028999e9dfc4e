import { codeList } from '../../codes.js';

const microdata = {
  source: 'Fields and values seen in the public case register of the emergency centres (CEM), as read by its users.',
  verified: true,
};

/** How a person came to the service. */
export const entryDoors = codeList('entryDoors', microdata, [
  ['SELF', 'Acude directamente'],
  ['OTHER_MATTER', 'Acude por otro motivo'],
  ['POLICE', 'Derivado por la PNP'],
  ['PROSECUTOR', 'Derivado por el Ministerio Público'],
  ['COURT', 'Derivado por el Poder Judicial'],
  ['EDUCATION', 'Oficio de UGEL o DRE'],
  ['CASE_NOTICE', 'Ficha de notificación de caso'],
  ['HEALTH', 'Ficha de notificación del establecimiento de salud'],
  ['LINE100', 'Ficha de derivación de la Línea 100'],
  ['CHAT100', 'Ficha de derivación del Chat 100'],
  ['CEM', 'Ficha de derivación de otro CEM'],
  ['SAR', 'Ficha de derivación del SAR (antes Estrategia Rural)'],
  [
    'SAM',
    'Ficha de derivación del SAM',
    [
      { label_es: 'Ficha de derivación del SAU', from: '2015-11-24' },
      { label_es: 'Ficha de derivación del SAM', from: '2025-05-01' },
    ],
  ],
  ['EIU', 'Ficha de derivación del Equipo Itinerante de Urgencia'],
  ['CAI', 'Ficha de derivación del CAI'],
]);

/** Doors the register of the centres does not have, and a network of institutions needs. */
export const networkDoors = codeList(
  'networkDoors',
  { source: 'Our own list, after the bodies that first hear of violence in rural places.', verified: false },
  [
    ['COMMUNITY_DEFENDER', 'Derivado por la defensoría comunitaria'],
    ['RONDA', 'Derivado por la ronda campesina'],
    ['NATIVE_COMMUNITY', 'Derivado por la autoridad comunal'],
    ['DEMUNA', 'Derivado por la DEMUNA'],
    ['MUNICIPALITY', 'Derivado por la municipalidad'],
    ['OMBUDSMAN', 'Derivado por la Defensoría del Pueblo'],
    ['NGO', 'Derivado por una organización de la sociedad civil'],
    ['THIRD_PARTY', 'Comunicado por otra persona'],
  ],
);

/** What a record is to earlier ones of the same person. */
export const conditions = codeList('conditions', microdata, [
  ['NEW', 'Nuevo'],
  ['REPEAT_SAME', 'Reincidente (misma persona agresora)'],
  ['REPEAT_OTHER', 'Reingreso (otra persona agresora)'],
  ['TRANSFERRED', 'Derivado de otro CEM'],
  ['CONTINUED', 'Continuador'],
]);

/** Conditions that stand for new violence; the others are left out of such counts. */
export const newViolence: readonly string[] = ['NEW', 'REPEAT_SAME', 'REPEAT_OTHER'];

export const sexes = codeList('sexes', microdata, [
  ['F', 'Mujer'],
  ['M', 'Hombre'],
]);

export const motherTongues = codeList('motherTongues', microdata, [
  ['ES', 'Castellano'],
  ['QU', 'Quechua'],
  ['AY', 'Aimara'],
  ['AGR', 'Awajún'],
  ['CNI', 'Asháninka'],
  ['SHP', 'Shipibo-konibo'],
  ['CBT', 'Shawi'],
  ['MCB', 'Matsigenka'],
  ['OTHER_INDIGENOUS', 'Otra lengua indígena'],
  ['OTHER_FOREIGN', 'Otra lengua extranjera'],
  ['SIGN', 'Lengua de señas peruana'],
  ['NO_SPEECH', 'No escucha ni habla'],
  ['UNKNOWN', 'No registrada'],
]);

/** In which language a consent is explained. */
export const explanationLanguages = codeList(
  'explanationLanguages',
  { source: 'Our own list: the mother tongues a person can be spoken to in, and English.', verified: false },
  [
    ['ES', 'Castellano'],
    ['QU', 'Quechua'],
    ['AY', 'Aimara'],
    ['AGR', 'Awajún'],
    ['CNI', 'Asháninka'],
    ['SHP', 'Shipibo-konibo'],
    ['CBT', 'Shawi'],
    ['MCB', 'Matsigenka'],
    ['EN', 'Inglés'],
    ['OTHER_INDIGENOUS', 'Otra lengua indígena, con intérprete'],
    ['OTHER_FOREIGN', 'Otra lengua extranjera, con intérprete'],
    ['SIGN', 'Lengua de señas peruana'],
  ],
);

export const ethnicities = codeList('ethnicities', microdata, [
  ['QUECHUA', 'Quechua'],
  ['AIMARA', 'Aimara'],
  ['AMAZONIAN', 'Indígena u originario de la Amazonía'],
  ['OTHER_INDIGENOUS', 'De otro pueblo indígena u originario'],
  ['AFROPERUVIAN', 'Negro, moreno, zambo, mulato o afroperuano'],
  ['WHITE', 'Blanco'],
  ['MESTIZO', 'Mestizo'],
  ['OTHER', 'Otro'],
  ['UNKNOWN', 'No sabe o no responde'],
]);

export const areas = codeList('areas', microdata, [
  ['URBAN', 'Urbana'],
  ['RURAL', 'Rural'],
]);

export const disabilities = codeList(
  'disabilities',
  { source: 'Header of the risk form, from a public transcription.', verified: false },
  [
    ['NONE', 'Ninguna'],
    ['PHYSICAL', 'Física'],
    ['VISUAL', 'Visual'],
    ['HEARING', 'Auditiva'],
    ['SPEECH', 'Del habla'],
    ['PSYCHOSOCIAL', 'Psicosocial'],
    ['INTELLECTUAL', 'Intelectual'],
    ['DEAFBLIND', 'Sordoceguera'],
  ],
);

/** National programmes, whose names move. */
export const programmes = codeList(
  'programmes',
  {
    source: 'Public reports on the services of the ministry. First days of the names are approximate.',
    verified: false,
  },
  [
    [
      'NATIONAL',
      'Programa Nacional Warmi Ñan',
      [
        { label_es: 'Programa Nacional Contra la Violencia Familiar y Sexual', from: '2001-04-01' },
        { label_es: 'Programa Nacional Aurora', from: '2019-09-01' },
        { label_es: 'Programa Nacional Warmi Ñan', from: '2025-05-01' },
      ],
    ],
  ],
);
