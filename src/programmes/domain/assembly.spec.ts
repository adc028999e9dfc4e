import * as the from '../testing/community-fixtures.js';
import { recordedOn } from '../testing/recorded-on.js';
import { assemblyDecider } from './assembly.js';

const { given } = recordedOn('2026-02-01T03:00:00.000Z', assemblyDecider);
const { assembled, assembling, heard } = the;
const passing = { do: 'pass-on', ...heard.data } as const;

it('the act of an assembly is written once: the day, the languages, how many came', () => {
  given().when(assembling).then(assembled);
  given(assembled).when(assembling).refuses('assembly/exists');
  given()
    .when({ ...assembling, languages: [] })
    .refuses('assembly/no-language');
  given()
    .when({ ...assembling, languages: ['EN'] })
    .refuses('code/not-listed');
  given()
    .when({ ...assembling, attended: { F: 2.5 } })
    .refuses('community/bad-number');
  given()
    .when({ ...assembling, attended: { X: 2 } })
    .refuses('code/not-listed');
  // In the evening of the last of January where it was held, and in February in UTC.
  given()
    .when({ ...assembling, on: '2026-02-01' })
    .refuses('community/not-yet');
});

it('what it asked for becomes an agreement of a board, once', () => {
  given(assembled).when(passing).then(heard);
  given(assembled, heard).when(passing).changesNothing();
  given().when(passing).refuses('assembly/unknown');
  given(assembled)
    .when({ ...passing, agreement: 'uno' })
    .refuses('community/bad-id');
});
