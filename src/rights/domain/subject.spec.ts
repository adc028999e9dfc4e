import { deriveId } from '#decider';
import { specification } from '#decider/specification';
import * as the from '../testing/fixtures.js';
import { subjectDecider } from './subject.js';

const { given } = specification(subjectDecider);
const { person, erasure } = the;
const office = 'pe-150112-municipalidad';
const hold = { do: 'hold', person, country: 'PE', institution: office, norm: 'CRIMINAL_CASE' } as const;
const ask = { do: 'ask', person, country: 'PE', institution: 'pe-150112-cem', ground: 'PERSON_ASKED' } as const;
const approve = { do: 'approve', erasure, institution: office } as const;
const refuse = { do: 'refuse', erasure, institution: office, reason: 'LEGAL_DUTY' } as const;
const certify = { do: 'certify', erasure, liveKeys: 0, backupDays: 30 } as const;
const another = { actor: 'another' };
const commandId = '00000000-0000-7000-8000-000000000009';

describe('an erasure', () => {
  it('is asked for, and waits for somebody else', () => {
    const id = deriveId(commandId, 'erasure');
    given()
      .when(ask, { commandId })
      .then({ type: 'ErasureAsked', data: { ...the.asked.data, erasure: id } });
    given(the.asked).when(approve).refuses('erasure/same-person');
    given(the.asked).when(refuse).refuses('erasure/same-person');
    given(the.asked).when(approve, another).then(the.approved);
    given(the.asked).when(refuse, another).then(the.refused);
  });

  it('is one at a time, and of something that is not erased', () => {
    given(the.asked).when(ask).refuses('erasure/under-way');
    given(the.asked, the.refused)
      .when(ask)
      .satisfies((events) => expect(events).toHaveLength(1));
    given(the.asked, the.approved, the.fenced, the.destroyed, the.purged, the.erased).when(ask).refuses('erasure/done');
    const inPart = { ...the.erased, data: { ...the.erased.data, categories: ['narrative'] } };
    given(the.askedInPart, inPart)
      .when({ ...ask, categories: ['narrative'] })
      .refuses('erasure/done');
    given(the.askedInPart, inPart)
      .when({ ...ask, categories: ['narrative', 'risk'] })
      .satisfies((events) => expect(events).toHaveLength(1));
  });

  it('names what it knows', () => {
    given()
      .when({ ...ask, categories: [] })
      .refuses('erasure/nothing');
    given()
      .when({ ...ask, categories: ['everything'] })
      .refuses('code/not-listed');
    given()
      .when({ ...ask, ground: 'JUST_SO' })
      .refuses('code/not-listed');
    given()
      .when({ ...ask, country: 'XX' })
      .refuses('erasure/unknown-country');
  });

  it('goes step by step to its certificate, each step once', () => {
    const steps = [
      [the.asked, the.approved],
      [{ do: 'fenced', erasure }, the.fenced],
      [{ do: 'destroyed', erasure, keys: 3 }, the.destroyed],
      [{ do: 'purged', erasure, places: the.purged.data.places }, the.purged],
      [certify, the.erased],
    ] as const;
    const history = [the.asked, the.approved, the.fenced, the.destroyed, the.purged, the.erased] as const;
    for (const [nth, [command, event]] of steps.entries()) {
      if (!('do' in command)) continue;
      given(...history.slice(0, nth + 1))
        .when(command)
        .then(event);
      given(...history.slice(0, nth + 2))
        .when(command)
        .changesNothing();
      if (nth > 1)
        given(...history.slice(0, nth))
          .when(command)
          .refuses('erasure/out-of-turn');
    }
  });

  it('is never certified with a live key', () => {
    given(the.asked, the.approved, the.fenced, the.destroyed, the.purged)
      .when({ ...certify, liveKeys: 1 })
      .refuses('erasure/live-keys');
  });

  it('that a step did not finish says so once, and goes on', () => {
    const before = [the.asked, the.approved, the.fenced] as const;
    const { step, why } = the.heldUp.data;
    given(...before)
      .when({ do: 'hold-up', erasure, step, why })
      .then(the.heldUp);
    given(...before, the.heldUp)
      .when({ do: 'hold-up', erasure, step, why })
      .changesNothing();
    given(...before, the.heldUp)
      .when({ do: 'destroyed', erasure, keys: 3 })
      .then(the.destroyed);
  });

  it('cannot be stopped once it was approved, and is not decided on twice', () => {
    given(the.asked, the.approved).when(approve, another).changesNothing();
    given(the.asked, the.approved).when(refuse, another).refuses('erasure/approved');
    given().when(approve, another).refuses('erasure/unknown');
    given(the.asked, the.refused).when(approve, another).refuses('erasure/unknown');
  });
});

describe('a legal hold', () => {
  it('defers what is asked for, and what was asked for before', () => {
    const id = deriveId(commandId, 'erasure');
    given(the.placed)
      .when(ask, { commandId })
      .then(
        { type: 'ErasureAsked', data: { ...the.asked.data, erasure: id } },
        { type: 'ErasureDeferred', data: { ...the.deferred.data, erasure: id } },
      );
    given(the.asked, the.placed).when(approve, another).then(the.deferred);
    given(the.asked, the.placed, the.deferred).when(approve, another).refuses('erasure/held');
    given(the.asked, the.placed, the.deferred, the.lifted).when(approve, another).then(the.approved);
    given(the.asked, the.placed, the.deferred).when(refuse, another).then(the.refused);
  });

  it('comes too late for what was approved', () => {
    given(the.asked, the.approved).when(hold).refuses('subject/being-erased');
    given(the.asked)
      .when(hold, { commandId })
      .then({ ...the.placed, data: { ...the.placed.data, hold: deriveId(commandId, 'hold') } });
  });

  it('is lifted by its id, for a reason', () => {
    const lift = { do: 'lift', hold: the.holdId, institution: office, reason: 'ENDED' } as const;
    given(the.placed).when(lift).then(the.lifted);
    given(the.placed, the.lifted).when(lift).refuses('subject/no-hold');
    given(the.placed)
      .when({ ...lift, reason: 'JUST_SO' })
      .refuses('code/not-listed');
    given()
      .when({ ...hold, norm: 'JUST_SO' })
      .refuses('code/not-listed');
    given()
      .when({ ...hold, country: 'XX' })
      .refuses('subject/unknown-country');
  });
});

describe('the end of retention', () => {
  const propose = { do: 'propose', ...the.proposed.data } as const;

  it('proposes once for a case, and erases nothing', () => {
    given().when(propose).then(the.proposed);
    given(the.proposed).when(propose).changesNothing();
  });

  it('proposes each class by itself, once, and no more once its kinds of data are erased', () => {
    const part = { do: 'propose-class', ...the.classProposed.data } as const;
    given().when(part).then(the.classProposed);
    given(the.proposed).when(part).then(the.classProposed);
    given(the.classProposed).when(part).changesNothing();
    given(the.classProposed).when(propose).then(the.proposed);
    given(the.asked).when(part).changesNothing();
    const erased = { ...the.erased, data: { ...the.erased.data, categories: ['contact', 'location'] } };
    const steps = [the.asked, the.approved, the.fenced, the.destroyed, the.purged] as const;
    given(...steps, erased)
      .when(part)
      .then(the.classProposed);
    const whole = { ...erased, data: { ...erased.data, categories: ['contact', 'location', 'shelter', 'risk'] } };
    given(...steps, whole)
      .when(part)
      .changesNothing();
    given(...steps, the.erased)
      .when(part)
      .changesNothing();
  });

  it('proposes nothing where an erasure is under way or everything is erased', () => {
    given(the.asked).when(propose).changesNothing();
    given(the.asked, the.approved, the.fenced, the.destroyed, the.purged, the.erased).when(propose).changesNothing();
  });
});
