import type { Profile } from '../../domain/profiles.js';
import type { Cause } from '../domain/edition-events.js';
import type { VersionCard } from '../views/editions.js';

/** What the pages of editions and of verification say. */
export const editionWords = {
  title: (month: string) => `Ediciones del informe de ${month}`,
  none: 'Este mes todavía no tiene una edición: el informe es un borrador y cambia con lo que se registra.',
  draft: 'Ver el borrador',
  report: 'Ver el informe publicado',
  version: (version: number) => `Versión ${version}`,
  status: {
    restated: 'por congelar',
    frozen: 'congelada',
    approved: 'aprobada por la mesa',
    published: 'publicada',
  } satisfies Record<VersionCard['status'], string>,
  profile: { board: 'Para la mesa', public: 'Para el público' } satisfies Record<Profile['id'], string>,
  cause: {
    LATE: 'Registros que llegaron tarde',
    CORRECTED: 'Correcciones',
    DEFINITION: 'Un cambio de definición',
  } satisfies Record<Cause, string>,
  because: (cause: string) => `Causa: ${cause}.`,
  frozen: (instant: string, position: string) => `Congelado el ${instant}, hasta el suceso n.º ${position}.`,
  minutes: (minutes: string) => `Aprobado en el acta n.º ${minutes}.`,
  published: (instant: string, code: string) => `Publicado el ${instant}, con el código ${code}.`,
  digest: 'Huella SHA-256',
  changed: 'Qué cambió',
  figure: 'Cifra',
  was: 'Antes',
  now: 'Ahora',
  hidden: '··',
  left: 'Qué se dejó fuera para que nadie pueda ser reconocido',
  freeze: 'Congelar el informe',
  freezeAgain: 'Congelar de nuevo',
  minutesLabel: 'Número del acta',
  approve: 'Anotar la aprobación',
  publish: { board: 'Publicar para la mesa', public: 'Publicar para el público' } satisfies Record<
    Profile['id'],
    string
  >,
  restate: 'Hacer una versión nueva',
  causeLabel: 'Causa',
  verify: 'Verificar un informe',
  verifyLead:
    'Elija el archivo que recibió, o escriba el código del pie de página. El archivo no sale de este equipo: solo se envía su huella.',
  verifyUpload: 'Sin el programa de la página, el archivo se envía, se calcula su huella y no se guarda.',
  file: 'Archivo',
  check: 'Verificar el archivo',
  code: 'Código del pie de página',
  checkCode: 'Verificar el código',
  authentic: 'Es auténtico.',
  codeKnown:
    'Hay un informe con este código. El código no prueba que una copia esté completa: para eso verifique el archivo.',
  isEdition: (board: string, month: string, version: number, profile: string) =>
    `Informe de ${board}, ${month}, versión ${version}, ${profile.toLowerCase()}.`,
  publishedOn: (instant: string) => `Publicado: ${instant}`,
  current: 'Es la versión vigente.',
  replaced: (version: number, instant: string) => `Lo reemplaza la versión ${version}, publicada el ${instant}.`,
  unknown: 'No se conoce. Puede ser un borrador, una copia cambiada o un archivo guardado de otra forma.',
  malformed: 'Eso no es un código ni una huella. Un código se escribe como 1A2B-3C4D-5E6F.',
} as const;
