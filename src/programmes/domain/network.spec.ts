import * as the from '../testing/community-fixtures.js';
import { recordedOn } from '../testing/recorded-on.js';
import { networkDecider } from './network.js';

const { given } = recordedOn('2026-01-31T15:00:00.000Z', networkDecider);
const { federated, federating } = the;

it('a network is founded once, for a territory', () => {
  given().when(federating).then(federated);
  given(federated).when(federating).changesNothing();
  given(federated)
    .when({ ...federating, name: 'Otra' })
    .refuses('community/taken');
  given()
    .when({ ...federating, territory: [] })
    .refuses('community/no-territory');
});

it('it is recognised, and ends', () => {
  given(federated).when(the.recognising).then(the.networkRecognised);
  given(federated, the.networkRecognised).when(the.recognising).changesNothing();
  const end = { do: 'end', on: '2026-01-31', reason: 'DECIDED' } as const;
  given(federated).when(end).then(the.networkEnded);
  given(federated, the.networkEnded).when(end).changesNothing();
  given(federated, the.networkEnded).when(the.recognising).refuses('community/ended');
  given().when(end).refuses('community/unknown');
});

it('what has not happened yet is not recorded', () => {
  const on = '2026-02-01';
  given()
    .when({ ...federating, on })
    .refuses('community/not-yet');
  for (const command of [the.recognising, { do: 'end', reason: 'DECIDED' } as const]) {
    given(federated)
      .when({ ...command, on })
      .refuses('community/not-yet');
  }
});
