import { specification } from '#decider/specification';
import * as the from '../testing/fixtures.js';
import { editionDecider } from './edition.js';

const { given } = specification(editionDecider);
const { frozen, freezing, approved, approving, published, publishing, released, issued, restated, restating } = the;
const toAll = { ...publishing, profile: 'public', digest: freezing.profiles.public.digest } as const;

describe('the life of a report', () => {
  it('begins when it is frozen, and is frozen again as long as the board has not approved it', () => {
    given().when(freezing).then(frozen);
    given(frozen)
      .when({ ...freezing, position: '43' })
      .then({ ...frozen, data: { ...frozen.data, position: '43' } });
    given(frozen, approved).when(freezing).refuses('edition/approved');
  });

  it('goes nowhere before it is frozen', () => {
    for (const command of [approving, publishing, restating]) given().when(command).refuses('edition/not-frozen');
  });

  it('is approved once, by minutes of one number', () => {
    given(frozen).when(approving).then(approved);
    given(frozen, approved).when(approving).changesNothing();
    given(frozen, approved).when({ do: 'approve', minutes: '012-2025' }).refuses('edition/approved');
    given(frozen).when({ do: 'approve', minutes: 'acta número uno' }).refuses('edition/bad-code');
  });

  it('is published as it was approved, with what its readers were told and every file', () => {
    given(frozen, approved).when(publishing).then(released, issued, published);
    given(frozen, approved, published).when(publishing).changesNothing();
    given(frozen).when(publishing).refuses('edition/not-approved');
    given(frozen, approved)
      .when({ ...publishing, digest: '00'.repeat(32) })
      .refuses('edition/other-figures');
  });

  it('is the board’s before it is everybody’s', () => {
    given(frozen, approved).when(toAll).refuses('edition/board-first');
    given(frozen, approved, published)
      .when({ ...toAll, files: [] })
      .then(released, {
        ...published,
        data: { ...published.data, profile: 'public', digest: toAll.digest, files: [] },
      });
  });

  it('begins again as a new version, for a cause on the list', () => {
    given(frozen, approved, published).when(restating).then(restated);
    // What was approved may have become unsafe to publish.
    given(frozen, approved).when(restating).then(restated);
    given(frozen).when(restating).refuses('edition/not-published');
    given(frozen, approved, published)
      .when({ do: 'restate', cause: 'BORED' as 'LATE' })
      .refuses('code/not-listed');
    given(frozen, approved, published, restated).when(approving).refuses('edition/not-frozen');
    given(frozen, approved, published, restated)
      .when(freezing)
      .then({ ...frozen, data: { ...frozen.data, version: 2 } });
  });

  it('is of a country that is known, and a board with a code', () => {
    given()
      .when({ ...freezing, country: 'XX' })
      .refuses('edition/unknown-country');
    given()
      .when({ ...freezing, board: 'la mesa' })
      .refuses('edition/bad-code');
  });
});
