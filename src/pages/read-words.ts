import { catalogueOf } from '#service';
import { speaker } from './words.js';

/** Who looked at personal data, what for and at what: for whoever may see that, in their words. */
const words = catalogueOf({
  'role.worker': 'Personal',
  'role.supervisor': 'Jefatura',
  'role.coordinator': 'Coordinación',
  'role.board': 'Mesa',
  'role.auditor': 'Auditoría',
  'role.data-officer': 'Oficialía de datos personales',
  'role.administrator': 'Administración',
  'role.evaluator': 'Evaluación externa',
  'role.system': 'El sistema',
  'purpose.care': 'Atención',
  'purpose.search': 'Búsqueda de duplicados',
  'purpose.index': 'Índice de búsqueda',
  'purpose.emergency': 'Emergencia',
  'purpose.review': 'Revisión',
  'purpose.export': 'Para llevar',
  'purpose.audit': 'Auditoría',
  'purpose.delivery': 'Envío a otro sistema',
  'what.identity': 'Nombre y documento',
  'what.contact': 'Contacto seguro',
  'what.location': 'Dirección',
  'what.shelter': 'Alojamiento',
  'what.narrative': 'Relato o nota',
  'what.risk': 'Riesgo',
  'what.aggressor': 'Datos de la persona denunciada',
  'what.children': 'Datos de sus hijas e hijos',
  'what.reporter': 'Datos de quien avisó',
  'what.programme': 'Ficha de un programa',
  'what.order': 'Orden de una reserva',
  'what.case': 'Un caso',
  'what.name': 'Nombre',
  'what.documentId': 'Documento',
  'what.document': 'Documento',
  'what.phone': 'Teléfono',
  'what.birthYear': 'Año de nacimiento',
  'what.search': 'Búsqueda',
  'what.reads': 'Quién vio qué',
  'what.webhook': 'Clave de un envío a otro sistema',
  'what.evidence': 'Paquete de prueba, con los datos cifrados',
  'what.readCase': 'Ver un caso',
  'what.workOnCase': 'Trabajar en un caso',
  'what.seeReads': 'Ver quién vio un caso',
  'what.declareConflict': 'Declarar un conflicto de interés',
  'what.liftConflict': 'Levantar un conflicto de interés',
  'what.askAfter': 'Preguntar por una persona que otra institución conoce',
  'what.breakGlass': 'Tomar un acceso de emergencia',
  'what.readReferral': 'Ver una derivación',
  'what.workOnReferral': 'Trabajar en una derivación',
  'what.startCasework': 'Abrir un caso o derivar',
  'what.listCasework': 'Ver la lista de casos',
  'what.searchPersons': 'Buscar personas',
  'what.askEmergency': 'Pedir un acceso de emergencia',
  'what.look': 'Mirar una página',
  'what.readEvidence': 'Ver la evidencia de una mesa',
  'what.leadBoard': 'Conducir una mesa',
  'what.keepProgramme': 'Llevar un programa',
  'what.keepRights': 'Atender pedidos sobre datos personales',
  'what.linkPersons': 'Unir registros de una persona',
  'what.keepEntry': 'Cambiar la ficha de una institución',
  'what.keepDirectory': 'Cambiar el directorio',
  'what.auditHistory': 'Ver la auditoría',
  'what.importHistory': 'Importar una lista',
  'what.readStaff': 'Ver al personal',
  'what.enrolStaff': 'Inscribir personal',
  'what.reviewGlass': 'Revisar un acceso de emergencia',
  'what.giveRole': 'Dar una función',
  'what.approveUnmasking': 'Aprobar que se sepa quién es alguien',
  'what.openProgramme': 'Abrir la ficha de un programa',
  'what.keepSeals': 'Reservar un caso',
  'what.readOrder': 'Leer la orden de una reserva',
  'what.openIdentity': 'Abrir nombre y documento',
  'what.openContact': 'Abrir el contacto seguro',
  'what.openLocation': 'Abrir la dirección',
  'what.openShelter': 'Abrir el alojamiento',
  'what.openNarrative': 'Abrir un relato o una nota',
  'what.openRisk': 'Abrir el riesgo',
  'what.openAggressor': 'Abrir los datos de la persona denunciada',
  'what.openChildren': 'Abrir los datos de hijas e hijos',
  'what.openReporter': 'Abrir los datos de quien avisó',
  'what.listToday': 'Página del día',
  'what.listCases': 'Lista de casos',
  'what.listReferrals': 'Lista de derivaciones',
  'what.listStuck': 'Lista de derivaciones detenidas',
  'what.listBundle': 'Derivaciones enviadas juntas',
  'what.listReferring': 'Formulario para derivar',
  'what.listPerson': 'Casos de una misma persona',
  'what.listPairs': 'Registros de dos instituciones',
  'what.listRights': 'Pedidos sobre datos personales',
  'what.listSeals': 'Lista de reservas',
  'what.listEmergencies': 'Lista de accesos de emergencia',
  'what.listSupport': 'Pedidos a un fondo de apoyo',
  'what.listParticipants': 'Participantes de un programa',
  'what.listHelps': 'Ayudas de la comunidad',
  'what.listQueue': 'Lo que esperaba en una institución',
  'what.listCauses': 'Cifras que cambiaron, con su causa',
  'what.listClocks': 'Plazos con otras reglas',
  'what.listUndelivered': 'Envíos que no llegaron a otro sistema',
  'outcome.opened': 'Visto',
  'outcome.listed':
    'Apareció en una lista de {lines, plural, one {# línea} other {# líneas}}{times, plural, one {} other {, # veces}}',
  'outcome.searched': 'Buscado',
  'outcome.exported': 'Llevado en un archivo',
  'outcome.refused': 'Negado',
});

const say = speaker(words);

/** A code of a recorded read in words; one that has none stands for itself. */
export function readWord(kind: 'role' | 'purpose' | 'what' | 'outcome', code: string): string {
  const word = `${kind}.${code}`;
  return words.has(word) ? say(word) : code;
}

/** What came of a read, in words; of a list also how long it was, and how often it was opened. */
export function outcomeWord({ outcome, lines = 0, times = 1 }: Outcome): string {
  return outcome === 'listed' ? say('outcome.listed', { lines, times }) : readWord('outcome', outcome);
}

interface Outcome {
  readonly outcome: string;
  readonly lines?: number;
  readonly times?: number;
}
