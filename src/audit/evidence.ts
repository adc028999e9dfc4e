import type { EventLog } from '#event-log';
import { bundleOf, bundleText, type LedgerReader } from '#ledger';
import { zipped } from './zip.js';

/** What is handed to whoever has to check it without us. */
export interface Evidence {
  readonly log: Pick<EventLog, 'readAll' | 'readStream'>;
  readonly ledger: LedgerReader;
  readonly origin: string;
  readonly madeAt: string;
  /** Whose events: `case-…`, `referral-…`, `edition-…`. */
  readonly streams: readonly string[];
}

/**
 * The events of some streams with a proof for each, the checkpoint they lead to, and how to verify them, as one ZIP file.
 * Sealed sections stay sealed; of who did what there is the code that is in the record, which is part of what is proved.
 * @throws RangeError no checkpoint was ever signed
 */
export async function evidenceOf(evidence: Evidence): Promise<Buffer> {
  const lines: string[] = [];
  for await (const line of bundleOf(evidence)) lines.push(bundleText(line));
  const text = (name: string, content: string) => ({ name, bytes: Buffer.from(content, 'utf8') });
  const { origin, madeAt, streams } = evidence;
  const about = { origin, madeAt, streams: streams.join('\n  ') };
  return zipped([
    text('paquete.jsonl', lines.join('')),
    text('LEAME.txt', spanish(about)),
    text('README.txt', english(about)),
  ]);
}

interface About {
  readonly origin: string;
  readonly madeAt: string;
  readonly streams: string;
}

const spanish = ({ origin, madeAt, streams }: About): string => `PAQUETE DE PRUEBA

Registro:   ${origin}
Hecho el:   ${madeAt}
Historias:
  ${streams}

Qué contiene
  paquete.jsonl  los sucesos tal como están guardados, uno por línea, cada uno con su prueba de inclusión,
                 y el cierre firmado (checkpoint) al que llevan las pruebas.
  Los datos personales siguen cifrados: nadie los lee con este paquete. El código de quien registró cada
  suceso sí figura (actor), porque es parte de lo que se prueba: guarde el paquete con ese cuidado.

Cómo se comprueba
  1. Obtenga el verificador y la política de firmas por otra vía que la de este paquete: la política dice qué
     llaves valen para este registro y cuántos testigos deben firmar.
  2. Ejecute:  npm run verify -- paquete.jsonl --policy politica.txt
     El verificador no usa nada del servidor y no necesita conexión.
  3. Compare el cierre con el que tengan los testigos, o con el que se imprimió en un acta.

A mano
  Cada hoja es SHA-256(0x00 || texto de la hoja); cada nodo, SHA-256(0x01 || izquierda || derecha) (RFC 6962).
  El cierre es una nota firmada (C2SP tlog-checkpoint). El texto de la hoja nombra el suceso y la huella de sus bytes.

Qué no prueba
  Que no haya otros sucesos en otras historias, ni que lo registrado sea cierto: prueba que es lo que se registró
  y que no cambió después del cierre.
`;

const english = ({ origin, madeAt, streams }: About): string => `EVIDENCE PACKAGE

Log:      ${origin}
Made at:  ${madeAt}
Streams:
  ${streams}

What it holds
  paquete.jsonl  the events as they are stored, one a line, each with its inclusion proof, and the signed
                 checkpoint the proofs lead to.
  Personal data stay sealed: nobody reads them with this package. The code of whoever recorded each event is
  there (actor), for it is part of what is proved: keep the package accordingly.

How to verify it
  1. Get the verifier and the signing policy by another way than this package: the policy says which keys hold for
     this log and how many witnesses have to sign.
  2. Run:  npm run verify -- paquete.jsonl --policy policy.txt
     The verifier uses nothing of the server and needs no connection.
  3. Compare the checkpoint with what the witnesses hold, or with the one printed in the minutes of a board.

By hand
  A leaf is SHA-256(0x00 || text of the leaf), a node SHA-256(0x01 || left || right) (RFC 6962). The checkpoint is a
  signed note (C2SP tlog-checkpoint). The text of a leaf names the event and the digest of its bytes.

What it does not prove
  That there are no other events in other streams, or that what was recorded is true: it proves that this is what was
  recorded, and that it has not changed since the checkpoint.
`;
