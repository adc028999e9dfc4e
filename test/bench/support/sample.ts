import type { EventOf, SealedSection } from '#decider';
import { deriveId, type NewEvent } from '#event-log';
import type { CaseEvents } from '../../../src/cases/domain/events.js';

/** The size of a section with a name, a document and a telephone number; nobody opens it. */
const section: SealedSection = {
  v: 1,
  dekId: deriveId('key'),
  dekVersion: 1,
  iv: 'AAAAAAAAAAAAAAAA',
  ct: 'A'.repeat(120),
  tag: 'AAAAAAAAAAAAAAAAAAAAAA',
};

const district = '150112';
const police = `pe-${district}-comisaria-familia`;
const court = `pe-${district}-juzgado-familia`;
const at = '2025-10-07T15:00:00.000Z';

/** The id of a sample case, and the id of the command that opened it. */
export const caseId = (index: number): string => deriveId('case', index);
export const openedBy = (index: number): string => deriveId('open', index);

/** The life of a case as its events: the same shapes and sizes as real ones, attentions as often as it takes. */
export function caseEvents(index: number, length: number): readonly NewEvent[] {
  const person = deriveId('person', index);
  const clock = deriveId('clock', index);
  const rule = 'pe-report-to-court-24h';
  const due = '2025-10-08T15:00:00.000Z';
  const life: EventOf<CaseEvents>[] = [
    {
      type: 'CaseOpened',
      data: {
        code: '25-K7QM-4T2X',
        country: 'PE',
        district,
        institution: police,
        entry: 'POLICE',
        condition: 'NEW',
        person,
        sex: 'F',
        ageBand: '26-29',
        language: 'ES',
        relation: 'PARTNER',
        identity: section,
      },
    },
    {
      type: 'IncidentRecorded',
      data: {
        incident: deriveId('incident', index),
        district,
        types: ['PHYSICAL', 'PSYCHOLOGICAL'],
        principal: 'PHYSICAL',
        narrative: section,
      },
    },
    { type: 'ComplaintRegistered', data: { institution: police, district, receivedAt: at } },
    {
      type: 'DeadlineSet',
      data: {
        country: 'PE',
        clock,
        rule,
        version: 1,
        stop: 'report-received-by-court',
        institution: police,
        district,
        trigger: at,
        due,
      },
    },
    { type: 'RiskAssessed', data: { institution: police, district, level: 'MODERATE', answers: section } },
    { type: 'ReportSent', data: { institution: police, court, district } },
    { type: 'ReportReceived', data: { institution: police, court, district } },
    { type: 'DeadlineMet', data: { clock, rule, institution: police, district, due } },
    { type: 'MeasuresDecided', data: { court, district, granted: true, measures: ['NO_CONTACT'] } },
  ];
  while (life.length < length) {
    const attention = deriveId('attention', index, life.length);
    const data = {
      country: 'PE',
      person: deriveId('person', index),
      attention,
      institution: `pe-${district}-cem`,
      district,
      service: 'PSYCHOLOGY',
    };
    life.push({ type: 'AttentionRecorded', data });
  }
  return life.slice(0, length).map(({ type, data }, step) => {
    const commandId = step === 0 ? openedBy(index) : deriveId('command', index, step);
    return { id: deriveId('event', index, step), type, data, metadata: header(commandId, caseId(index)) };
  });
}

/** The header every event carries. */
const header = (commandId: string, correlationId: string): Record<string, string> => ({
  actor: 'demo-comisaria-familia-01',
  commandId,
  correlationId,
  effectiveAt: at,
  fingerprint: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
  recordedAt: at,
  schema: '1',
});
