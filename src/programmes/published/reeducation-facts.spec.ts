import { factOf, tellsOnly } from '../../../test/history/canaries.js';
import { enrolmentId, ofCentre, before } from '../testing/enrolment-fixtures.js';
import { fundId } from '../testing/fund-fixtures.js';
import { groupId } from '../testing/masculinities-fixtures.js';
import { completeEnrolment, completeFund, completeMasculinities } from '../testing/reeducation-complete.js';
import { enrolmentPublication } from './enrolment-facts.js';
import { fundPublication } from './fund-facts.js';
import { masculinitiesPublication } from './masculinities-facts.js';

const of = ['country', 'institution', 'district'];
const step = ['referral', 'case', 'line', 'request', 'purpose', 'currency', 'institution'];

describe('what is told of a participant’s file', () => {
  tellsOnly(enrolmentPublication, `enrolment-${enrolmentId}`, completeEnrolment, {
    EnrolmentOpened: { coded: [...of, 'entry', 'court'] },
    IntakeHeld: { coded: of },
    EnrolmentSessionRecorded: { coded: [...of, 'day', 'result', 'was'] },
    CourtReportSent: { coded: [...of, 'kind', 'court'] },
    EnrolmentMeasured: { coded: [...of, 'instrument'] },
    EnrolmentEnded: { coded: [...of, 'how'] },
    EnrolmentDeadlineMissed: { coded: [...of, 'waitsFor', 'due'] },
  });

  it('is nothing of a first measure, and of a second neither the file nor the points', () => {
    const told = (data: object) => factOf(enrolmentPublication, `enrolment-${enrolmentId}`, 'EnrolmentMeasured', data);
    expect(told({ ...ofCentre, ...before })).toBeUndefined();
    expect(told(completeEnrolment.EnrolmentMeasured)).toEqual({
      type: 'EnrolmentChanged.v1',
      data: { ...ofCentre, instrument: 'MEN-NON-VIOLENCE', version: 1, change: 16, favourable: true },
    });
  });
});

describe('what is told of a group of men', () => {
  tellsOnly(masculinitiesPublication, `masculinities-${groupId}`, completeMasculinities, {
    MenGroupFormed: { coded: of, named: ['name'] },
    MenGroupJoined: { coded: of },
    MenGroupLeft: { coded: [...of, 'reason'] },
    MenLeaderNamed: { coded: of },
    MenLeaderLeft: { coded: of },
    MenGroupMet: { coded: [...of, 'day'] },
    MenGroupActed: { coded: [...of, 'activity', 'day', 'kind'] },
    MenMeasured: { coded: [...of, 'instrument'] },
    MenGroupClosed: { coded: of },
  });
});

describe('what is told of a fund', () => {
  tellsOnly(fundPublication, `fund-${fundId}`, completeFund, {
    FundOpened: { coded: ['country', 'administrator'], named: ['name'] },
    FundLineAdded: { coded: ['line', 'source', 'donor', 'currency'], named: ['name'] },
    SupportRequested: { coded: step },
    SupportApproved: { coded: [...step, 'country'] },
    SupportRejected: { coded: [...step, 'reason'] },
    SupportPaid: { coded: [...step, 'country'] },
    SupportCancelled: { coded: [...step, 'reason'] },
    SupportReimbursed: { coded: [...step, 'country'] },
  });
});
