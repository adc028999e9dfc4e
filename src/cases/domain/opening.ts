import { type Context, deriveId, type EventOf, personal, Refusal } from '#decider';
import { publicCode, refuseAgeBand, refuseUnlisted } from '../../protocol/index.js';
import type { OpenCase } from './commands.js';
import { refuseBadItems } from './completeness.js';
import type { CaseEvents } from './events.js';
import { recordPlace } from './places.js';
import { reportHarassment, takeComplaint } from './procedure.js';
import { type Case, evolve } from './state.js';

type Event = EventOf<CaseEvents>;

/** A case is opened once, by somebody who may have taken the complaint as well. */
export function open(command: OpenCase, state: Case, context: Context): readonly Event[] {
  if (state.status !== 'none') throw new Refusal('case/exists', 'the case is open already', 'illegal', []);
  refuseUnlisted(command.country, ['entryDoors', 'networkDoors'], command.entry);
  refuseUnlisted(command.country, ['conditions', 'trackConditions'], command.condition);
  refuseUnlisted(command.country, 'sexes', command.sex);
  refuseAgeBand(command.country, command.ageBand);
  if (command.language !== undefined) refuseUnlisted(command.country, 'motherTongues', command.language);
  const { disability, ethnicity } = command.declared ?? {};
  if (disability !== undefined) refuseUnlisted(command.country, 'disabilities', disability);
  if (ethnicity !== undefined) refuseUnlisted(command.country, 'ethnicities', ethnicity);
  if (command.relation !== undefined) refuseUnlisted(command.country, 'relations', command.relation);
  if (command.setting !== undefined) refuseUnlisted(command.country, 'settings', command.setting);
  for (const type of command.types) refuseUnlisted(command.country, 'violenceTypes', type);
  if (!command.types.includes(command.principal)) {
    throw new Refusal('case/principal-not-among-types', 'the principal type is not one of the types', 'invalid');
  }
  if (command.items !== undefined) refuseBadItems(command.country, command.items);
  const person = command.person ?? deriveId(context.commandId, 'person');
  const { district, institution, whereabouts: place } = command;
  const events: readonly Event[] = [
    {
      type: 'CaseOpened',
      data: {
        code: publicCode(context.commandId, context.effectiveAt, command.country),
        country: command.country,
        district,
        institution,
        entry: command.entry,
        condition: command.condition,
        person,
        sex: command.sex,
        ageBand: command.ageBand,
        ...(command.language === undefined ? {} : { language: command.language }),
        ...(command.disability === undefined ? {} : { disability: command.disability }),
        ...(command.declared === undefined ? {} : { declared: command.declared }),
        ...(command.relation === undefined ? {} : { relation: command.relation }),
        ...(command.identity === undefined ? {} : { identity: personal(person, 'identity', command.identity) }),
      },
    },
    {
      type: 'IncidentRecorded',
      data: {
        incident: deriveId(context.commandId, 'incident'),
        district,
        types: command.types,
        principal: command.principal,
        ...(command.setting === undefined ? {} : { setting: command.setting }),
        ...(command.narrative === undefined ? {} : { narrative: personal(person, 'narrative', command.narrative) }),
      },
    },
    ...(place === undefined ? [] : [recordPlace({ do: 'record-whereabouts', institution, place }, { person })]),
  ];
  const opened = events.reduce<Case>((before, event) => evolve(before, event), state);
  const reported = isHarassmentAtWork(command) ? reportHarassment(opened, context) : [];
  if (!command.complaint) return [...events, ...reported];
  const known = reported.reduce<Case>((before, event) => evolve(before, event), opened);
  return [...events, ...reported, ...takeComplaint(command, known, context)];
}

/** Sexual violence at work is a matter of the employer and of labour inspection as well. */
const isHarassmentAtWork = ({ setting, types }: OpenCase): boolean =>
  setting === 'WORKPLACE' && types.includes('SEXUAL');
