import type { Block } from '#document';
import type { Report, Seal } from '../domain/model.js';
import type { Labels } from './labels.js';
import { leftOut } from './left-out.js';

/** Section 15: what is counted and how, in words a newcomer to the board understands. */
export function method({ figures, seal }: Report, labels: Labels): readonly Block[] {
  return [
    {
      kind: 'list',
      items: [
        {
          text: 'Qué se cuenta. Un caso es una persona afectada que entra a un servicio por un hecho de violencia. Son casos nuevos los de condición nuevo, reincidente y reingreso; los derivados de otro centro y los continuadores no se cuentan otra vez.',
        },
        {
          text: 'Qué no dice. Cuenta lo que los servicios conocieron y registraron; no mide cuánta violencia hay.',
        },
        {
          text: `Corte. Entra lo registrado hasta el ${labels.instant(figures.period.cutoff)}; los plazos y las esperas se juzgan a esa hora. Lo que llegue después cambia el informe siguiente, nunca este.`,
        },
        {
          text: `${labels.words.reserved[figures.profile]} «Aún no medido» no es cero.`,
        },
        ...(figures.withheld ?? []).map((left) => ({ text: leftOut(left, labels.words) })),
        ...(figures.toldElsewhere === undefined
          ? []
          : [
              { text: 'De los meses ya publicados no se dice nada aquí: lo publicado está en el informe de cada mes.' },
            ]),
        {
          text: 'Porcentajes. Entre paréntesis, el intervalo de 95 % (Wilson). Con menos de 20 se escribe «7 de 11».',
        },
        {
          text: 'Sube o baja. Solo se dice cuando el mes sale de la variación natural de los anteriores (gráfico XmR) o cuando los intervalos no se tocan.',
        },
        {
          text: 'Derivaciones. Cada una se cuenta una vez, en el mes en que se envió y por la institución que la recibió primero, aunque pase después a otro servicio. La que nada terminó está abierta, no perdida. Cerrada no quiere decir atendida: «recibió el servicio» lo dice la respuesta.',
        },
        {
          text: 'Primera atención. Desde que se envió la derivación hasta que alguien atendió, pase por cuantos servicios pase. Quien aún espera sigue en el total.',
        },
        {
          text: 'Plazos. Horas corridas desde el hecho que los inicia, con la regla vigente ese día, o según lo que esta diga. Lo que no tiene plazo va aparte y nunca cuenta como a tiempo. Cada regla se nombra con su norma; «por validar» avisa que un abogado debe revisarla.',
        },
        {
          text: `Comprobación. Este informe sale de los hechos hasta el n.º ${labels.count(Number(seal.position))}. La huella de sus cifras (SHA-256) es ${seal.figuresDigest}.${sealed(seal, labels)}`,
        },
      ],
    },
  ];
}

/** What an auditor compares the record with, where the report was made beside it. */
const sealed = ({ ledger }: Seal, labels: Labels): string =>
  ledger === undefined
    ? ''
    : ` Sello del registro: cierre de ${labels.count(ledger.size)} sucesos con raíz ${ledger.root}; con él se comprueba que nada de lo anterior cambió.`;
