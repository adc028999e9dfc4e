import { codeList } from '../codes.js';

/** How soon a referral needs an answer. */
export const urgencies = codeList('urgencies', { source: 'Our own list, after the levels of risk.', verified: false }, [
  ['IMMEDIATE', 'Inmediata'],
  ['PRIORITY', 'Prioritaria'],
  ['ROUTINE', 'Regular'],
]);

/** What the sender makes of the answer when closing the loop. */
export const dispositions = codeList(
  'dispositions',
  { source: 'Our own list, after referral networks in other fields.', verified: false },
  [
    ['NEED_MET', 'Necesidad atendida'],
    ['REFER_AGAIN', 'Se derivará a otro servicio'],
    ['FOLLOW_UP_HERE', 'Seguimiento en esta institución'],
    ['PERSON_DECLINED', 'La persona decidió no continuar'],
    ['LOST_CONTACT', 'Se perdió el contacto'],
  ],
);

/** How far a criminal investigation was extended: it changes its term. */
export const investigationKinds = codeList(
  'investigationKinds',
  { source: 'Our own list, after the terms of criminal procedure.', verified: false },
  [
    ['ORDINARY', 'En su plazo ordinario'],
    ['EXTENDED', 'Ampliada con motivo'],
    ['COMPLEX', 'Declarada compleja'],
  ],
);

/** Who must act under a rule, where that is no kind of institution. */
export const actorRoles = codeList('actorRoles', { source: 'Our own list, after the rules.', verified: false }, [
  ['FIRST_RECEIVER', 'Quien recibe la denuncia'],
  ['PARTY', 'Una de las partes'],
  ['CHAMBER', 'Sala superior'],
  ['EXECUTOR', 'Quien ejecuta las medidas'],
  ['EMPLOYER', 'Quien da el empleo'],
  ['NETWORK', 'Quien recibe la alerta'],
  ['SENDER', 'Quien derivó'],
  ['RECEIVER', 'Quien recibe la derivación'],
]);

/** Whom a clock calls when nothing happens. */
export const escalationRoles = codeList(
  'escalationRoles',
  { source: 'Our own list, after how the services are led.', verified: false },
  [
    ['OWNER', 'Responsable'],
    ['SUPERVISOR', 'Supervisión'],
    ['COORDINATOR', 'Coordinación de la red'],
  ],
);
