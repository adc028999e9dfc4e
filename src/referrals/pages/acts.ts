import { IsOptional, IsString, Matches } from 'class-validator';
import { type FieldError, IsDay, verdict } from '#service';
import type { Errors } from '../../pages/parts.js';
import { inWords } from '../../pages/pages.js';
import { atHour, untilEndOf } from '../../pages/time.js';
import { IsCode } from '../../requests.js';
import type { Step } from '../http/referral-desk.js';
import {
  AppointmentCancellationDto,
  AttendanceDto,
  CancellationDto,
  ContactDto,
  DeclineDto,
  NoteDto,
  ReferralClosureDto,
  ReportBackDto,
  WithdrawalDto,
} from '../http/referral.dto.js';
import { say, sayIf, type Word } from './words.js';

/** A day and an hour apart: every browser has a field for each, and nobody has to type a format. */
export class AppointmentForm {
  @IsDay()
  day: string;

  @IsString()
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/u)
  hour: string;

  @IsCode('appointmentPlaces')
  place: string;

  @IsOptional()
  @IsCode('companions')
  companion?: string;

  @IsOptional()
  @IsCode('parties')
  by?: string;

  @IsOptional()
  @IsCode('appointmentChangeReasons')
  reason?: string;
}

export class HoldForm {
  @IsCode('holdReasons')
  reason: string;

  @IsDay()
  until: string;
}

/** What is done on the page of a referral. Handing it on has a page of its own. */
export type ActName = Exclude<Step['do'], 'reroute'>;

export interface Act {
  readonly name: ActName;
  /** Where its form goes, below the referral: also what tells its fields apart from those of other forms. */
  readonly path: string;
  /** The step that is asked for, or what is wrong with the form. */
  readonly read: (body: unknown) => Step | { readonly errors: readonly FieldError[] };
}

const act = <F extends object>(name: ActName, path: string, form: new () => F, asked: (said: F) => Step): Act => ({
  name,
  path,
  read: (body) => {
    const said = verdict(form, body, 'text');
    return 'errors' in said ? said : asked(said.value);
  },
});

/** One button, and nothing to fill in. */
const tap = (step: Step & { readonly do: ActName }, path: string): Act => ({ name: step.do, path, read: () => step });

/** Every step, in the order in which a page offers those that are possible. */
export const acts: readonly Act[] = [
  tap({ do: 'accept' }, 'aceptacion'),
  tap({ do: 'receive' }, 'recepcion'),
  tap({ do: 'resume' }, 'reanudacion'),
  act('contact', 'contacto', ContactDto, ({ result }) => ({ do: 'contact', result })),
  act('attend', 'atencion', AttendanceDto, ({ service }) => ({ do: 'attend', service })),
  tap({ do: 'miss' }, 'inasistencia'),
  act('schedule', 'cita', AppointmentForm, ({ day, hour, place, companion, by, reason }) => ({
    ...{ do: 'schedule', at: atHour(day, hour), place },
    ...(companion === undefined ? {} : { companion }),
    ...(by === undefined || reason === undefined ? {} : { change: { by, reason } }),
  })),
  act('cancel-appointment', 'anulacion-de-cita', AppointmentCancellationDto, ({ by, reason }) => ({
    ...{ do: 'cancel-appointment', by, reason },
  })),
  act('report-back', 'respuesta', ReportBackDto, ({ outcome }) => ({ do: 'report-back', outcome })),
  act('close', 'cierre', ReferralClosureDto, ({ disposition }) => ({ do: 'close', disposition })),
  act('decline', 'rechazo', DeclineDto, ({ reason }) => ({ do: 'decline', reason })),
  act('hold', 'espera', HoldForm, ({ reason, until }) => ({ do: 'hold', reason, until: untilEndOf(until) })),
  act('note', 'nota', NoteDto, ({ note }) => ({ do: 'note', note })),
  act('cancel', 'anulacion', CancellationDto, ({ by, reason }) => ({ do: 'cancel', by, reason })),
  act('withdraw', 'retiro', WithdrawalDto, ({ mode }) => ({ do: 'withdraw', ...(mode === undefined ? {} : { mode }) })),
  tap({ do: 'undo' }, 'deshacer'),
];

/** What is wrong with the form of a step, each in the words of its own question. */
export function actErrors(name: ActName, errors: readonly FieldError[]): Errors {
  const required = new Set(errors.filter(({ code }) => code === 'required').map(({ pointer }) => pointer.slice(1)));
  return new Map(
    [...inWords(errors)].map(([field, words]) => {
      const question = sayIf(`do.${name}.${field}`, '');
      return [field, required.has(field) && question !== '' ? say('do.missing', { question }) : words];
    }),
  );
}

/** Refusals that are about a field of a step's form, by their code. */
const fields: Readonly<Record<string, readonly [field: string, word: Word]>> = {
  'referral/appointment-in-past': ['day', 'do.schedule.past'],
  'referral/change-without-reason': ['reason', 'do.schedule.unsaid'],
  'referral/wake-in-past': ['until', 'do.hold.past'],
};

/** The field a refusal is about, if it is about one. */
export function refusedActField(code: string): Errors | undefined {
  const [field, word] = fields[code] ?? [];
  return field === undefined || word === undefined ? undefined : new Map([[field, say(word)]]);
}
