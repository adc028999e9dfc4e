import { type ProblemText, problemText } from '#service';

/** The words for what the rules of a referral refuse. */
export const referralProblems: readonly ProblemText[] = [
  problemText(
    404,
    'referral/unknown',
    ['No hay tal derivación', 'No existe, o su institución no es parte de ella.'],
    ['No such referral', 'It does not exist, or your institution is no part of it.'],
  ),
  problemText(
    404,
    'referral/unknown-case',
    ['No hay tal caso', 'No existe, o su institución no participa en él.'],
    ['No such case', 'It does not exist, or your institution has no part in it.'],
  ),
  problemText(
    409,
    'referral/case-closed',
    ['El caso está cerrado', 'Un caso cerrado ya no se deriva.'],
    ['The case is closed', 'A closed case is not handed on.'],
  ),
  problemText(
    409,
    'referral/exists',
    ['La derivación ya se envió', 'No se envió de nuevo.'],
    ['The referral was sent already', 'It was not sent again.'],
  ),
  problemText(
    409,
    'referral/not-yours',
    ['Este paso es de la otra institución', 'Solo puede darlo la institución a la que le toca.'],
    ['This step belongs to the other institution', 'Only the institution whose turn it is can take it.'],
  ),
  problemText(
    409,
    'referral/step-not-allowed',
    ['Ese paso ya no corresponde', 'La derivación está en otro estado. Mire cómo está ahora.'],
    ['That step is not possible now', 'The referral is in another state. Look at how it is now.'],
  ),
  problemText(
    409,
    'referral/served-without-attention',
    ['Falta registrar la atención', 'Antes de decir que recibió el servicio, registre cuándo fue atendida.'],
    ['Nobody was attended yet', 'Record the attention before telling that help was received.'],
  ),
  problemText(
    409,
    'referral/no-consent-to-withdraw',
    ['No hay consentimiento que retirar', 'Esta derivación no se envió con el consentimiento de la persona.'],
    ['There is no consent to withdraw', 'This referral does not rest on the person’s consent.'],
  ),
  problemText(
    409,
    'referral/nothing-to-undo',
    ['No hay nada que deshacer', 'El último paso no lo dio su institución.'],
    ['There is nothing to undo', 'The last step was not your institution’s.'],
  ),
  problemText(
    409,
    'referral/too-late-to-undo',
    ['Ya no se puede deshacer', 'Un paso se deshace solo durante un minuto. Abajo está lo que sí puede hacer.'],
    ['It is too late to undo', 'A step can be undone for one minute. Other steps are still possible.'],
  ),
  problemText(
    409,
    'referral/appointment-not-yet',
    ['La cita todavía no llega', 'Si la persona avisó que no irá, anule la cita o cambie el día.'],
    ['The appointment is still to come', 'If the person will not come, cancel it or move it.'],
  ),
  problemText(
    422,
    'referral/appointment-in-past',
    ['La cita tiene que ser después de ahora', 'Revise el día y la hora.'],
    ['An appointment lies ahead', 'Check the day and the hour.'],
  ),
  problemText(
    422,
    'referral/change-without-reason',
    ['Falta decir por qué cambia la cita', 'Ya había una: diga quién pidió el cambio y por qué.'],
    ['The reason of the change is missing', 'There was an appointment: say who asked for the change, and why.'],
  ),
  problemText(
    422,
    'referral/wake-in-past',
    ['El día de volver a ver tiene que ser después de ahora', 'Elija otro día.'],
    ['The day to look again lies ahead', 'Choose another day.'],
  ),
  problemText(
    422,
    'referral/same-service',
    ['Ya está con ese servicio', 'Elija otro servicio.'],
    ['It is with that service already', 'Choose another service.'],
  ),
  problemText(
    422,
    'referral/consent-incomplete',
    ['Falta cómo se dio el consentimiento', 'Diga cómo aceptó la persona y en qué lengua se le explicó.'],
    ['How consent was given is missing', 'Say how the person agreed, and in which language it was explained.'],
  ),
  problemText(
    422,
    'referral/consent-over',
    ['El consentimiento ya habría terminado', 'Elija un día después de hoy, o deje el plazo usual.'],
    ['The consent would be over already', 'Choose a later day, or leave the usual term.'],
  ),
  problemText(
    422,
    'referral/to-oneself',
    ['Una institución no se deriva a sí misma', 'Elija un servicio de otra institución.'],
    ['An institution does not refer to itself', 'Choose a service of another institution.'],
  ),
  problemText(
    422,
    'referral/words-without-consent',
    ['Sin consentimiento no van palabras', 'Borre la nota y el contacto, o pida a la persona su consentimiento.'],
    ['Without consent no words go along', 'Leave note and contact out, or ask the person for consent.'],
  ),
  problemText(
    422,
    'referral/more-than-agreed',
    [
      'Va más de lo que se puede compartir',
      'Borre lo que la persona no aceptó, o pregúntele de nuevo qué se comparte.',
    ],
    ['More goes along than may be shared', 'Leave out what the person did not agree to, or ask again what is shared.'],
  ),
  problemText(
    422,
    'referral/duty-missing',
    ['Falta decir qué deber legal', 'Elija el deber por el que se comunica sin consentimiento.'],
    ['The legal duty is missing', 'Name the duty under which this is told without consent.'],
  ),
  problemText(
    422,
    'referral/unknown-destination',
    ['Ese servicio no está en el directorio', 'Elija una institución y uno de sus servicios.'],
    ['That service is not in the directory', 'Choose an organization and one of its services.'],
  ),
  problemText(
    422,
    'referral/destination-closed',
    ['Ese servicio no recibe ahora', 'Está cerrado o suspendido. Elija otro servicio.'],
    ['That service is not open now', 'It is closed or suspended. Choose another.'],
  ),
  problemText(
    422,
    'referral/destination-takes-none',
    ['Esa institución no recibe derivaciones', 'Elija otro servicio.'],
    ['That organization takes no referrals', 'Choose another service.'],
  ),
  problemText(
    422,
    'purpose/refused',
    ['La ley no permite derivar para eso', 'Ni para conciliar ni para confrontar a las personas. Elija otro motivo.'],
    ['The law bars that purpose', 'Neither to conciliate nor to confront. Choose another purpose.'],
  ),
];

/** What a refusal means in Spanish; undefined for a code that is not a referral's. */
export const refusalInWords = (code: string): ProblemText['es'] | undefined =>
  referralProblems.find((each) => each.code === code)?.es;
