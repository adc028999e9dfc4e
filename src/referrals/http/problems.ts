import type { ProblemText } from '#service';

const text = (status: number, code: string, es: [string, string], en: [string, string]): ProblemText => ({
  code,
  status,
  es: { title: es[0], detail: es[1] },
  en: { title: en[0], detail: en[1] },
});

/** The words for what the rules of a referral refuse. */
export const referralProblems: readonly ProblemText[] = [
  text(
    404,
    'referral/unknown',
    ['No hay tal derivación', 'No existe, o su institución no es parte de ella.'],
    ['No such referral', 'It does not exist, or your institution is no part of it.'],
  ),
  text(
    404,
    'referral/unknown-case',
    ['No hay tal caso', 'No existe, o su institución no participa en él.'],
    ['No such case', 'It does not exist, or your institution has no part in it.'],
  ),
  text(
    409,
    'referral/case-closed',
    ['El caso está cerrado', 'Un caso cerrado ya no se deriva.'],
    ['The case is closed', 'A closed case is not handed on.'],
  ),
  text(
    409,
    'referral/exists',
    ['La derivación ya se envió', 'No se envió de nuevo.'],
    ['The referral was sent already', 'It was not sent again.'],
  ),
  text(
    409,
    'referral/not-yours',
    ['Este paso es de la otra institución', 'Solo puede darlo la institución a la que le toca.'],
    ['This step belongs to the other institution', 'Only the institution whose turn it is can take it.'],
  ),
  text(
    409,
    'referral/step-not-allowed',
    ['Ese paso ya no corresponde', 'La derivación está en otro estado. Mire cómo está ahora.'],
    ['That step is not possible now', 'The referral is in another state. Look at how it is now.'],
  ),
  text(
    409,
    'referral/served-without-attention',
    ['Falta registrar la atención', 'Antes de decir que recibió el servicio, registre cuándo fue atendida.'],
    ['Nobody was attended yet', 'Record the attention before telling that help was received.'],
  ),
  text(
    422,
    'referral/to-oneself',
    ['Una institución no se deriva a sí misma', 'Elija un servicio de otra institución.'],
    ['An institution does not refer to itself', 'Choose a service of another institution.'],
  ),
  text(
    422,
    'referral/words-without-consent',
    ['Sin consentimiento no van palabras', 'Borre la nota y el contacto, o pida a la persona su consentimiento.'],
    ['Without consent no words go along', 'Leave note and contact out, or ask the person for consent.'],
  ),
  text(
    422,
    'referral/duty-missing',
    ['Falta decir qué deber legal', 'Elija el deber por el que se comunica sin consentimiento.'],
    ['The legal duty is missing', 'Name the duty under which this is told without consent.'],
  ),
  text(
    422,
    'referral/unknown-destination',
    ['Ese servicio no está en el directorio', 'Elija una institución y uno de sus servicios.'],
    ['That service is not in the directory', 'Choose an organization and one of its services.'],
  ),
  text(
    422,
    'referral/destination-closed',
    ['Ese servicio no recibe ahora', 'Está cerrado o suspendido. Elija otro servicio.'],
    ['That service is not open now', 'It is closed or suspended. Choose another.'],
  ),
  text(
    422,
    'referral/destination-takes-none',
    ['Esa institución no recibe derivaciones', 'Elija otro servicio.'],
    ['That organization takes no referrals', 'Choose another service.'],
  ),
  text(
    422,
    'purpose/refused',
    ['La ley no permite derivar para eso', 'Ni para conciliar ni para confrontar a las personas. Elija otro motivo.'],
    ['The law bars that purpose', 'Neither to conciliate nor to confront. Choose another purpose.'],
  ),
];
