import { factOf, tellsOnly } from '../../../test/history/canaries.js';
import {
  alertId,
  completeAlert,
  completeCouncil,
  completeHelp,
  council,
  demuna,
  helpId,
} from '../testing/community-fixtures.js';
import { alertPublication } from './alert-facts.js';
import { councilPublication, helpPublication } from './community-facts.js';

it('nobody is told of a volunteer', () => {
  for (const type of ['DefenderNamed', 'DefenderTrained', 'DefenderLeft'] as const) {
    expect(factOf(councilPublication, `council-${council}`, type, completeCouncil[type])).toBeUndefined();
  }
});

it('a help is told as what is counted of it, without case, person or community', () => {
  expect(factOf(helpPublication, `help-${helpId}`, 'HelpRecorded', completeHelp.HelpRecorded)).toEqual({
    type: 'HelpRecorded.v1',
    data: {
      ...{ council, country: 'PE', district: '080708', matter: 'PSYCHOLOGICAL', language: 'QU' },
      acts: ['ACCOMPANIED', 'HANDED_ON'],
    },
  });
});

it('of an alert that was handed on is told to whom, and no case', () => {
  expect(factOf(alertPublication, `alert-${alertId}`, 'AlertReferred', completeAlert.AlertReferred)).toEqual({
    type: 'AlertReferred.v1',
    data: { alert: alertId, to: 'pe-080708-comisaria' },
  });
  expect(factOf(alertPublication, `alert-${alertId}`, 'AlertCameBack', completeAlert.AlertCameBack)).toEqual({
    type: 'AlertCameBack.v1',
    data: { alert: alertId, to: demuna, times: 1 },
  });
});

describe('facts of councils tell codes only', () => {
  tellsOnly(councilPublication, `council-${council}`, completeCouncil, {
    CouncilFounded: { coded: ['council', 'kind', 'country', 'district'] },
    CouncilJoined: { coded: ['council', 'network', 'from'] },
    CouncilLeft: { coded: ['council', 'network', 'until'] },
    CouncilEnded: { coded: ['council', 'on'] },
  });
});

describe('facts of volunteers’ help tell codes only', () => {
  tellsOnly(helpPublication, `help-${helpId}`, completeHelp, {
    HelpRecorded: { coded: ['council', 'country', 'district', 'matter', 'language', 'acts[]'] },
    HelpContinued: { coded: ['council', 'country', 'district', 'matter', 'act'] },
  });
});

describe('facts of alerts tell codes only', () => {
  tellsOnly(alertPublication, `alert-${alertId}`, completeAlert, {
    AlertRaised: { coded: ['country', 'district', 'topic', 'source', 'to', 'deadline.due'] },
    AlertTaken: {},
    AlertCameBack: { coded: ['to'] },
    AlertReferred: { coded: ['to'] },
    AlertAnswered: { coded: ['answer'] },
    AlertClosed: { coded: ['reason'] },
  });
});
