import type { ProblemText } from '#service';

const text = (
  status: number,
  code: string,
  [title, detail]: readonly [string, string],
  [english, more]: readonly [string, string],
): ProblemText => ({ code, status, es: { title, detail }, en: { title: english, detail: more } });

/** The words for what councils, networks, volunteers, alerts and assemblies are refused. */
export const communityProblems: readonly ProblemText[] = [
  text(404, 'community/unknown', ['No está registrada', 'Revise el código.'], ['Not registered', 'Check the code.']),
  text(
    409,
    'community/ended',
    ['Dejó de funcionar', 'Ya no se registra nada de ella.'],
    ['It has ended', 'Nothing is recorded of it any more.'],
  ),
  text(
    409,
    'community/taken',
    ['Ese código ya está registrado con otros datos', 'Así queda. Revise el código.'],
    ['This code is registered with other data', 'It stays so. Check the code.'],
  ),
  text(
    422,
    'community/unknown-organization',
    ['Esa organización no está en el directorio', 'Regístrela primero con el tipo que le corresponde.'],
    ['The organization is not in the directory', 'Register it first, as what it is.'],
  ),
  text(
    422,
    'community/unknown-network',
    ['Esa red no está registrada', 'Revise su código, o regístrela primero.'],
    ['No such network', 'Check its code, or register it first.'],
  ),
  text(
    409,
    'community/in-another-network',
    ['Pertenece a otra red', 'Registre primero hasta qué día perteneció a ella.'],
    ['It belongs to another network', 'Record first until which day it did.'],
  ),
  text(
    422,
    'community/unknown-defender',
    ['Nadie tiene ese código aquí', 'Revise el código de la defensora o del defensor.'],
    ['Nobody has this code here', 'Check the code of the volunteer.'],
  ),
  text(
    409,
    'community/term-runs',
    ['El periodo anterior no ha terminado', 'Registre primero hasta qué día fue.'],
    ['The term before has not ended', 'Record first until which day it was.'],
  ),
  text(
    422,
    'community/no-territory',
    ['Falta el territorio de la red', 'Una red responde por un distrito o más.'],
    ['The network has no territory', 'A network answers for at least one district.'],
  ),
  text(
    422,
    'community/backwards',
    ['Los días están al revés', 'Un día no puede ser anterior al del comienzo.'],
    ['The days are the wrong way round', 'A day cannot lie before the one it began.'],
  ),
  text(
    422,
    'community/bad-day',
    ['El día no es válido', 'Escríbalo así: 2026-04-30.'],
    ['Not a day', 'Write it as 2026-04-30.'],
  ),
  text(
    422,
    'community/bad-code',
    ['El código no es válido', 'Use hasta 80 letras sin tilde, cifras y los signos . _ : / -; sin espacios.'],
    ['Not a code', 'Use up to 80 plain letters, digits and the signs . _ : / -, without spaces.'],
  ),
  text(
    422,
    'community/bad-name',
    ['El nombre no se puede publicar', 'Una sola línea de hasta 160 caracteres, sin @ y sin siete cifras seguidas.'],
    ['Not a name that can be published', 'One line of up to 160 characters, without @ and seven digits in a row.'],
  ),
  text(
    422,
    'community/bad-district',
    ['El distrito no es válido', 'En el Perú es el ubigeo: seis cifras.'],
    ['Not a district', 'In Peru it is the ubigeo: six digits.'],
  ),
  text(
    422,
    'community/bad-id',
    ['El identificador no es válido', 'Cópielo completo.'],
    ['Not an id', 'Copy all of it.'],
  ),
  text(
    422,
    'community/bad-number',
    ['El número no es válido', 'Debe ser un número entero, de cero en adelante.'],
    ['Not a number of people', 'It must be a whole number, from zero on.'],
  ),
  text(
    422,
    'community/unknown-country',
    ['Ese país no está preparado aquí', 'Por ahora, use PE o BO.'],
    ['That country is not set up here', 'For now, use PE or BO.'],
  ),
  text(
    403,
    'community/not-a-council',
    ['No es de una defensoría ni de una ronda', 'Lo registra quien es parte de una que está en funciones.'],
    ['You are of no council', 'Whoever is of one that stands records this.'],
  ),
  text(
    422,
    'community/not-its-community',
    ['Esa comunidad no es de las suyas', 'Elija una de las comunidades por las que responde.'],
    ['Not one of its communities', 'Choose one of the communities it answers for.'],
  ),
  text(
    404,
    'help/unknown',
    ['Ese registro no existe', 'Búsquelo en la lista.'],
    ['No such record', 'Look for it in the list.'],
  ),
  text(
    409,
    'help/exists',
    ['Ya está registrado', 'No hace falta enviarlo otra vez.'],
    ['Recorded already', 'There is no need to send it again.'],
  ),
  text(
    409,
    'help/not-yours',
    ['Lo registró otra organización', 'Solo quien ayudó registra lo que sigue.'],
    ['Another council recorded it', 'Only who helped records what follows.'],
  ),
  text(
    422,
    'help/nothing-done',
    ['Falta decir qué hizo', 'Marque al menos una opción, o elija a quién deriva.'],
    ['What was done is missing', 'Tick at least one, or choose who it is handed to.'],
  ),
  text(
    422,
    'help/handed-on-to-nobody',
    ['Falta a quién se deriva', 'Elija la institución.'],
    ['Whom it is handed to is missing', 'Choose the institution.'],
  ),
  text(
    422,
    'help/settles-nothing',
    [
      'La violencia no se concilia',
      'Ni arreglo ni careo: lo prohíben la Ley 30364 en el Perú y la Ley 348 en Bolivia. Acompañe, informe o derive.',
    ],
    [
      'Violence is not settled',
      'Neither conciliation nor confrontation: Ley 30364 in Peru and Ley 348 in Bolivia bar them. Accompany, inform or hand on.',
    ],
  ),
  text(
    409,
    'help/handed-on-at-once',
    ['Se deriva al registrar', 'Para derivar después, use el caso o registre de nuevo.'],
    ['It is handed on when it is recorded', 'To hand on later, use the case, or record anew.'],
  ),
  text(
    422,
    'help/no-violence',
    ['Ese asunto no abre un caso', 'La red deriva casos de violencia. Informe a la persona adónde puede ir.'],
    ['No case is opened for that', 'The network hands on cases of violence. Tell the person where to go.'],
  ),
  text(
    404,
    'alert/unknown',
    ['Esa alerta no existe', 'Búsquela en la lista.'],
    ['No such alert', 'Look for it in the list.'],
  ),
  text(
    409,
    'alert/exists',
    ['La alerta ya está dada', 'No hace falta enviarla otra vez.'],
    ['The alert was given already', 'There is no need to send it again.'],
  ),
  text(
    409,
    'alert/over',
    ['La alerta ya terminó', 'Si vuelve a ocurrir, dé otra alerta.'],
    ['The alert is over', 'If it happens again, give another one.'],
  ),
  text(
    422,
    'alert/unknown-receiver',
    ['Quien debe responder no está en el directorio', 'Elija una institución de la lista.'],
    ['Who is to answer is not in the directory', 'Choose an institution of the list.'],
  ),
  text(
    422,
    'alert/unknown-place',
    ['Ese lugar no se conoce', 'Use el código de una institución del directorio o de una comunidad. Nunca un nombre.'],
    ['The place is not known', 'Use the code of an organization of the directory or of a community. Never a name.'],
  ),
  text(
    404,
    'assembly/unknown',
    ['Esa asamblea no existe', 'Búsquela en la lista.'],
    ['No such assembly', 'Look for it in the list.'],
  ),
  text(
    409,
    'assembly/exists',
    ['El acta ya está escrita', 'No hace falta enviarla otra vez.'],
    ['The act is written already', 'There is no need to send it again.'],
  ),
  text(
    422,
    'assembly/no-language',
    ['Falta el idioma', 'Marque al menos un idioma en que se habló.'],
    ['The language is missing', 'Tick at least one language it was held in.'],
  ),
  text(
    422,
    'assembly/unknown-agreement',
    ['Ninguna mesa tiene ese acuerdo', 'Copie el identificador del acuerdo de la mesa.'],
    ['No board has this agreement', 'Copy the id of the agreement of the board.'],
  ),
];
