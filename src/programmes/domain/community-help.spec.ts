import { personal, type Refusal } from '#decider';
import { specification } from '#decider/specification';
import * as the from '../testing/community-fixtures.js';
import { type HelpCommand, helpDecider } from './community-help.js';

const { given } = specification(helpDecider);
const { continued, council, handedOn, handingOn, helped, helping } = the;

const proceed = (act: string, by = council): HelpCommand => ({ do: 'continue', council: by, act });

describe('what a volunteer does', () => {
  it('is recorded once, with what was done', () => {
    given().when(helping).then(helped);
    given(helped).when(helping).refuses('help/exists');
    given()
      .when({ ...helping, acts: [] })
      .refuses('help/nothing-done');
  });

  it('is handed on to an institution, with a way to reach her that is sealed', () => {
    const contact = personal(handingOn.person, 'contact', 'demo');
    given()
      .when(handingOn)
      .then({ ...handedOn, data: { ...handedOn.data, contact } });
    given()
      .when({ ...helping, acts: ['HANDED_ON'] })
      .refuses('help/handed-on-to-nobody');
    given()
      .when({ ...handingOn, acts: ['INFORMED'] })
      .refuses('help/handed-on-to-nobody');
  });

  it('goes on: accompanied again, a measure executed, by the same council', () => {
    given(helped).when(proceed('HELPED_EXECUTE')).then(continued);
    given(helped).when(proceed('HELPED_EXECUTE', 'pe-080708-ronda')).refuses('help/not-yours');
    given(helped).when(proceed('HANDED_ON')).refuses('help/handed-on-at-once');
    given().when(proceed('ACCOMPANIED')).refuses('help/unknown');
  });

  it.each(['CONCILIATION', 'CONFRONTATION'])('never settles violence: %s is refused with the norm', (act) => {
    let refusal: unknown;
    try {
      helpDecider.decide({ ...helping, acts: [act] }, helpDecider.initial, {
        ...{ effectiveAt: '', recordedAt: '', actor: '', commandId: '' },
      });
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code: 'help/settles-nothing', kind: 'invalid' });
    expect((refusal as Refusal).message).toContain('Ley 30364');
    given(helped).when(proceed(act)).refuses('help/settles-nothing');
  });

  it('is told in codes', () => {
    for (const change of [{ matter: 'WITCHCRAFT' }, { sex: 'X' }, { ageBand: '7' }, { language: 'EN' }]) {
      given()
        .when({ ...helping, ...change })
        .refuses('code/not-listed');
    }
  });
});
