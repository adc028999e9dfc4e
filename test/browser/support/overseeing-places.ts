import type { ReadsFound } from '../../../src/audit/oversight/reads-desk.js';
import { at, Caller, cem, eventually, newCase, told, toldAll } from '../../acceptance/house.js';
import { board } from '../../support/history.js';
import type { Place } from './places.js';
import { auditor, coordinator, doing, officers, type Stage } from './stage.js';

const [officer, second] = officers;
/** Published; the one the other pages show is not. */
const month = '2026-01';

/** What auditors and whoever looks after personal data have to do: an erasure, a seal, an unmasking, an emergency. */
export async function overseeingPlaces(stage: Stage): Promise<readonly Place[]> {
  const { caseId, referralId } = stage;
  const post = doing(stage);
  const { app } = stage.house;
  const identity = { name: 'Persona de prueba', documentId: '00000001' };
  const erased = await post(at.cem, '/api/cases', { ...newCase, identity });
  const opened = told(await new Caller(app, at.cem).get(`/api/cases/${erased}`));
  const { person } = opened;
  const request = await post(at.cem, '/api/rights/requests', { person, right: 'CANCELLATION' });
  await post(officer, `/api/rights/requests/${request}/answer`, { outcome: 'GRANTED' });
  const waiting = await post(at.cem, '/api/rights/requests', { person, right: 'ACCESS' });
  const { person: other } = told(await new Caller(app, at.police).get(`/api/cases/${caseId}`));
  await post(officer, `/api/rights/persons/${other}/holds`, { norm: 'CRIMINAL_CASE' });
  const asked = await post(at.police, `/api/rights/persons/${other}/erasures`, { ground: 'PERSON_ASKED' });
  const erasure = await post(at.cem, `/api/rights/persons/${person}/erasures`, { ground: 'PERSON_ASKED', request });
  await post(officer, `/api/rights/erasures/${erasure}/approval`);
  const over = new Caller(app, officer);
  await eventually(async () => toldAll(await over.get('/api/rights/erasures?state=over'))[0]);

  const sealed = await post(at.cem, '/api/cases', newCase);
  const { code } = told(await new Caller(app, at.cem).get(`/api/cases/${sealed}`));
  const order = { ground: 'COURT_ORDER', norm: 'Ley 30364', number: '0042-2026' };
  const sealing = await post(officer, '/api/sealings', { case: code, aim: 'seal', ...order });
  const explanation = 'La persona está aquí y no puede esperar.';
  const emergency = { case: code, reason: 'PERSON_PRESENT', explanation };
  const glass = await post(at.health, '/api/emergency-accesses', emergency);

  await new Caller(app, at.police).get(`/api/cases/${caseId}?reveal=identity`);
  const pseudonym = await eventually(async () => {
    const found = (await new Caller(app, auditor).get(`/api/audit/reads?case=${caseId}`)).json<ReadsFound>();
    return found.reads.find(({ own }) => !own)?.person;
  });
  await post(auditor, '/api/audit/unmaskings', { pseudonym, reason: 'UNUSUAL_READS' });

  const edition = `/api/boards/${board}/editions/${month}`;
  await post(coordinator, `${edition}/freeze`);
  await post(coordinator, `${edition}/approval`, { minutes: '1-2026' });
  for (const profile of ['board', 'public']) await post(coordinator, `${edition}/publication`, { profile });

  const known = 'modo=sabido&dia=2026-03-20&hora=10:00&desde=2026-03-10';
  const happened = 'modo=ocurrido&dia=2026-03-20&hora=10:30&desde=2026-02-01';
  const audit: readonly (readonly [name: string, path: string])[] = [
    ['start', ''],
    ['case', `/casos/${caseId}`],
    ['referral', `/derivaciones/${referralId}`],
    ['board', `/mesas/${board}`],
    ['moment', '/momento'],
    ['moment-happened', `/momento?codigo=${opened.code}&${happened}`],
    ['queue', `/colas?institucion=${cem}&cola=received&${known}`],
    ['month', `/mes?mesa=${board}&mes=${month}&${known}`],
    ['reports', `/informes?mesa=${board}&mes=${month}`],
    ['what-if', '/que-pasaria'],
    ['what-if-board', `/que-pasaria?mesa=${board}&regian=2016-01-01`],
    ['reads', '/lecturas'],
    ['unmasking', '/desenmascarar'],
  ];
  return [
    ...audit.map(([name, path]) => ({ name: `audit-${name}`, actor: auditor, path: `/auditoria${path}` })),
    { name: 'audit-not-yours', actor: coordinator, path: '/auditoria', status: 403 },
    { name: 'unmasking-second', actor: officer, path: '/auditoria/desenmascarar' },
    { name: 'edition', actor: coordinator, path: `/ediciones/${board}/${month}` },
    { name: 'edition-none', actor: coordinator, path: `/ediciones/${board}/2025-12` },
    { name: 'edition-member', actor: at.cem, path: `/ediciones/${board}/${month}` },
    { name: 'verify', path: '/verificar' },
    { name: 'verify-unknown', path: `/verificar?huella=${'ab'.repeat(32)}` },
    { name: 'rights', actor: officer, path: '/derechos' },
    { name: 'rights-person', actor: officer, path: `/derechos/personas/${other}` },
    { name: 'rights-person-erased', actor: officer, path: `/derechos/personas/${person}` },
    { name: 'rights-request', actor: officer, path: `/derechos/pedidos/${waiting}` },
    { name: 'rights-request-answered', actor: officer, path: `/derechos/pedidos/${request}` },
    { name: 'erasure', actor: officer, path: `/derechos/supresiones/${asked}` },
    { name: 'erasure-certificate', actor: officer, path: `/derechos/supresiones/${erasure}` },
    { name: 'case-erased', actor: at.cem, path: `/casos/${erased}?mostrar=nombre` },
    { name: 'seals', actor: officer, path: '/derechos/reservas' },
    { name: 'seal-own', actor: officer, path: `/derechos/reservas/${sealing}` },
    { name: 'seal-second', actor: second, path: `/derechos/reservas/${sealing}` },
    { name: 'emergency', actor: at.health, path: '/emergencia' },
    { name: 'emergency-case', actor: at.health, path: `/casos/${sealed}` },
    { name: 'emergency-own', actor: at.health, path: '/emergencia/revisiones' },
    { name: 'emergency-to-review', actor: officer, path: '/emergencia/revisiones' },
    { name: 'emergency-review', actor: officer, path: `/emergencia/revisiones/${glass}` },
    { name: 'case-reads', actor: at.police, path: `/casos/${caseId}/lecturas` },
    { name: 'conflicts-declare', actor: at.police, path: `/casos/${caseId}/conflictos` },
    { name: 'conflicts-lift', actor: officer, path: `/casos/${caseId}/conflictos` },
    { name: 'conflicts-find', actor: officer, path: '/derechos/conflictos' },
    { name: 'case-reads-officer', actor: officer, path: `/casos/${caseId}/lecturas` },
  ];
}
