import * as the from '../testing/community-fixtures.js';
import { recordedOn } from '../testing/recorded-on.js';
import { without } from './community-without.js';
import { councilDecider } from './council.js';

const { given } = recordedOn('2026-01-31T15:00:00.000Z', councilDecider);
const { council, founded, founding, joined, named, naming, network } = the;

describe('a council', () => {
  it('is founded once, under the code of its organization', () => {
    given().when(founding).then(founded);
    given(founded).when(founding).changesNothing();
    given(founded)
      .when({ ...founding, name: 'Otra' })
      .refuses('community/taken');
    given().when(the.recognising).refuses('community/unknown');
  });

  it.each([
    ['community/bad-code', { communities: ['en todas partes'] }],
    ['community/bad-name', { name: 'a@b' }],
    ['community/bad-district', { district: 'Ccapi' }],
    ['community/bad-day', { on: '2020-02-30' }],
    ['community/unknown-country', { country: 'XX' }],
    ['community/not-yet', { on: '2026-02-01' }],
  ])('is refused with %s', (code, change) => {
    given()
      .when({ ...founding, ...change })
      .refuses(code);
  });

  it('is recognised by somebody on some day, not before it was founded', () => {
    given(founded).when(the.recognising).then(the.recognised);
    given(founded, the.recognised).when(the.recognising).changesNothing();
    given(founded)
      .when({ ...the.recognising, on: '2019-01-01' })
      .refuses('community/backwards');
  });

  it('belongs to one network at a time', () => {
    const join = { do: 'join', network, from: '2022-01-01' } as const;
    given(founded).when(join).then(joined);
    given(founded, joined).when(join).changesNothing();
    given(founded, joined)
      .when({ ...join, network: 'otra' })
      .refuses('community/in-another-network');
    given(founded, joined).when({ do: 'leave', until: '2025-06-30' }).then(the.leftNetwork);
    given(founded, joined).when({ do: 'leave', until: '2021-06-30' }).refuses('community/backwards');
    given(founded, joined).when({ do: 'leave', until: '2026-02-01' }).refuses('community/not-yet');
    given(founded).when({ do: 'leave', until: '2025-06-30' }).changesNothing();
    given(founded, joined, the.leftNetwork)
      .when({ ...join, network: 'otra' })
      .then({ ...joined, data: { ...joined.data, network: 'otra' } });
  });

  it('ends for a reason, and then nothing is done to it any more', () => {
    const end = { do: 'end', on: '2026-01-31', reason: 'MERGED' } as const;
    given(founded).when(end).then(the.ended);
    given(founded, the.ended).when(end).changesNothing();
    given(founded, the.ended).when(naming).refuses('community/ended');
    given(founded)
      .when({ ...end, reason: 'BORED' })
      .refuses('code/not-listed');
    given(founded)
      .when({ ...end, on: '2020-01-01' })
      .refuses('community/backwards');
  });
});

describe('what has not happened yet', () => {
  it.each([
    the.recognising,
    { do: 'end', reason: 'MERGED' } as const,
    { do: 'train-defender', defender: 'D-01', training: 'TRAINED' } as const,
  ])('is not recorded: $do', (command) => {
    given(founded, named)
      .when({ ...command, on: '2026-02-01' })
      .refuses('community/not-yet');
  });
});

describe('its volunteers', () => {
  it('are codes with a term, named once', () => {
    given(founded).when(naming).then(named);
    given(founded, named).when(naming).changesNothing();
    given(founded)
      .when({ ...naming, until: '2023-12-31' })
      .refuses('community/backwards');
    given(founded)
      .when({ ...naming, defender: 'D 01' })
      .refuses('community/bad-code');
  });

  it('have a second term after the first, and not beside it', () => {
    const second = { ...naming, from: '2026-01-01', until: '2027-12-31' } as const;
    given(founded, named)
      .when(second)
      .then({ type: 'DefenderNamed', data: { council, ...without(second, 'do') } });
    given(founded, named)
      .when({ ...second, from: '2025-12-31' })
      .refuses('community/term-runs');
  });

  it('are trained and leave', () => {
    const train = { do: 'train-defender', defender: 'D-01', training: 'TRAINED', on: '2024-08-01' } as const;
    const release = { do: 'release-defender', defender: 'D-01', until: '2025-03-31' } as const;
    given(founded, named).when(train).then(the.trained);
    given(founded, named, the.trained).when(train).changesNothing();
    given(founded).when(train).refuses('community/unknown-defender');
    given(founded, named).when(release).then(the.released);
    given(founded, named, the.released).when(release).changesNothing();
    given(founded, named)
      .when({ ...release, until: '2023-01-01' })
      .refuses('community/backwards');
    // A term that is over may turn out to have ended sooner, and not later: nobody served in between.
    given(founded, named, the.released)
      .when({ ...release, until: '2025-02-28' })
      .then({ ...the.released, data: { ...the.released.data, until: '2025-02-28' } });
    given(founded, named, the.released)
      .when({ ...release, until: '2025-04-30' })
      .refuses('community/term-over');
    given(founded)
      .when({ ...release, defender: 'constructor' })
      .refuses('community/bad-code');
  });
});
