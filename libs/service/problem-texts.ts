/** The wording of a code, in Spanish and where there is one in English. Capabilities add theirs for their refusals. */
export interface ProblemText {
  readonly code: string;
  readonly status: number;
  readonly es: Wording;
  readonly en?: Wording;
}

export interface Wording {
  readonly title: string;
  /** What it means and what can be done about it. */
  readonly detail: string;
}

/** The same in one line: `[title, detail]` in Spanish, then in English. */
export const problemText = (
  status: number,
  code: string,
  es: readonly [title: string, detail: string],
  en: readonly [title: string, detail: string],
): ProblemText => ({
  ...{ code, status },
  es: { title: es[0], detail: es[1] },
  en: { title: en[0], detail: en[1] },
});

/** What the service itself answers. */
export const serviceProblems: readonly ProblemText[] = [
  problemText(
    400,
    'validation',
    ['Hay datos por corregir', 'Revise los campos señalados y envíe de nuevo.'],
    ['Some fields need correcting', 'Check the fields listed and send again.'],
  ),
  problemText(
    400,
    'malformed-body',
    ['No se pudo leer lo enviado', 'El cuerpo de la petición no es JSON bien formado.'],
    ['The body could not be read', 'The body of the request is not well-formed JSON.'],
  ),
  problemText(
    400,
    'bad-request',
    ['La petición no es válida', 'El servidor no entiende la petición.'],
    ['The request is not valid', 'The server does not understand the request.'],
  ),
  problemText(
    400,
    'idempotency-key-malformed',
    ['Clave de repetición no válida', 'Idempotency-Key debe tener de 8 a 200 caracteres imprimibles sin espacios.'],
    ['Invalid idempotency key', 'Idempotency-Key must be 8 to 200 printable characters without spaces.'],
  ),
  problemText(
    400,
    'if-match-malformed',
    ['Revisión no válida', 'If-Match debe ser una revisión entre comillas, como "8", o un asterisco.'],
    ['Invalid revision', 'If-Match must be a quoted revision such as "8", or an asterisk.'],
  ),
  problemText(
    400,
    'position-malformed',
    ['Posición no válida', 'Consistent-With debe ser una posición que este servicio haya dado en Log-Position.'],
    ['Invalid position', 'Consistent-With must be a position this service gave in Log-Position.'],
  ),
  problemText(
    401,
    'unauthenticated',
    ['Falta identificarse', 'Identifíquese con un código de actor conocido.'],
    ['Identification needed', 'Identify yourself with a known actor code.'],
  ),
  problemText(
    401,
    'confirm-identity',
    [
      'Confirme que es usted',
      'Este paso pide haber ingresado hace muy poco. Ingrese de nuevo y continúe; en las páginas, lo que escribió se conserva unos minutos.',
    ],
    [
      'Confirm that it is you',
      'This step needs a sign-in of a moment ago. Sign in again and go on; on pages, what you wrote is kept for some minutes.',
    ],
  ),
  problemText(
    403,
    'forbidden',
    ['No está permitido', 'Su función no permite hacer o ver esto.'],
    ['Not allowed', 'Your role does not permit doing or seeing this.'],
  ),
  problemText(
    403,
    'cross-origin',
    ['La petición viene de otro sitio', 'Por seguridad solo se aceptan cambios enviados desde estas mismas páginas.'],
    ['The request comes from another site', 'For safety, changes are only taken from these pages themselves.'],
  ),
  problemText(
    404,
    'not-found',
    ['No existe', 'No hay nada en esta dirección, o ya no está.'],
    ['Not found', 'There is nothing at this address, or it is gone.'],
  ),
  problemText(
    405,
    'method-not-allowed',
    ['Método no permitido', 'Esta dirección existe, pero no admite este método. Allow dice cuáles.'],
    ['Method not allowed', 'This address exists but does not take this method. Allow names those it takes.'],
  ),
  problemText(
    406,
    'not-acceptable',
    ['No hay en ese formato', 'Esto no se ofrece en el formato pedido.'],
    ['Not available in that format', 'This is not offered in the format asked for.'],
  ),
  problemText(
    408,
    'timeout',
    ['Se agotó el tiempo', 'La petición tardó demasiado en llegar completa.'],
    ['Time ran out', 'The request took too long to arrive.'],
  ),
  problemText(
    409,
    'conflict',
    ['Otra persona cambió esto a la vez', 'No se guardó nada. Vuelva a intentarlo.'],
    ['Somebody else was changing this', 'Nothing was saved. Try again.'],
  ),
  problemText(
    410,
    'erased',
    ['Los datos fueron borrados', 'Estos datos personales se borraron para siempre.'],
    ['The data was erased', 'This personal data was erased for ever.'],
  ),
  problemText(
    412,
    'precondition-failed',
    ['Esto cambió desde que lo vio', 'Mire cómo está ahora y decida de nuevo.'],
    ['This has changed since you saw it', 'Look at how it is now and decide again.'],
  ),
  problemText(
    413,
    'too-large',
    ['Demasiado grande', 'Lo enviado supera el tamaño permitido.'],
    ['Too large', 'What was sent exceeds the size allowed.'],
  ),
  problemText(
    415,
    'unsupported-media-type',
    ['Formato no admitido', 'Envíe JSON (application/json).'],
    ['Unsupported format', 'Send JSON (application/json).'],
  ),
  problemText(
    421,
    'wrong-host',
    ['Nombre de servidor desconocido', 'Este servicio no atiende bajo ese nombre.'],
    ['Unknown host name', 'This service does not answer under that name.'],
  ),
  problemText(
    422,
    'command-reused',
    [
      'La clave ya se usó para otra cosa',
      'La misma Idempotency-Key llegó antes con otro contenido. Use una clave nueva.',
    ],
    ['The key was used for something else', 'This Idempotency-Key came before with another body. Use a new key.'],
  ),
  problemText(
    423,
    'keys-away',
    [
      'Las llaves de estos datos no están aquí',
      'Se guardaron para quien ordenó la reserva. Hasta que las devuelva, nadie puede leer ni agregar datos personales.',
    ],
    [
      'The keys of this data are not here',
      'They were put away for whoever ordered the seal. Until they are brought back nobody can read or add personal data.',
    ],
  ),
  problemText(
    428,
    'precondition-required',
    ['Falta decir qué revisión vio', 'Envíe If-Match con la revisión que recibió en ETag.'],
    ['A revision is needed', 'Send If-Match with the revision you got in ETag.'],
  ),
  problemText(
    429,
    'too-many-requests',
    ['Demasiadas peticiones', 'Espere un momento antes de seguir.'],
    ['Too many requests', 'Wait a moment before going on.'],
  ),
  problemText(
    503,
    'unavailable',
    ['No disponible por ahora', 'No se pudo completar. Repita con la misma Idempotency-Key: nada se hará dos veces.'],
    [
      'Not available right now',
      'It could not be completed. Repeat with the same Idempotency-Key: nothing happens twice.',
    ],
  ),
  problemText(
    503,
    'not-caught-up',
    ['Todavía se está poniendo al día', 'La vista aún no incluye lo último que usted guardó. Intente en un momento.'],
    ['Still catching up', 'The view does not yet show what you saved last. Try again in a moment.'],
  ),
  problemText(
    500,
    'internal',
    ['Algo falló de nuestro lado', 'No fue culpa suya. Si se repite, dé el número de esta respuesta a soporte.'],
    [
      'Something failed on our side',
      'It was not your fault. If it happens again, give support the number of this answer.',
    ],
  ),
];

/** For a refusal whose code nobody gave words to. */
const unworded: Record<number, Wording> = {
  404: { title: 'No existe', detail: 'No se encontró aquello a lo que se refiere.' },
  409: { title: 'No se puede hacer ahora', detail: 'En el estado actual este paso no está permitido.' },
  422: { title: 'No se puede aceptar', detail: 'Los datos están completos, pero una regla no los admite.' },
};

/** Finds the words for a code. */
export class ProblemTexts {
  readonly #byCode: ReadonlyMap<string, ProblemText>;

  /** @throws Error a code is there twice */
  constructor(more: readonly ProblemText[] = []) {
    const all = [...serviceProblems, ...more];
    this.#byCode = new Map(all.map((entry) => [entry.code, entry]));
    if (this.#byCode.size < all.length) throw new Error('a problem code has two wordings');
  }

  all(): readonly ProblemText[] {
    return [...this.#byCode.values()];
  }

  find(code: string): ProblemText | undefined {
    return this.#byCode.get(code);
  }

  wording(code: string, status: number, lang: string): Wording {
    const entry = this.#byCode.get(code);
    if (entry !== undefined) return lang === 'en' && entry.en !== undefined ? entry.en : entry.es;
    return unworded[status] ?? { title: 'La petición no se aceptó', detail: 'El servidor no pudo atenderla.' };
  }
}
