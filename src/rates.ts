import type { Rates } from '#service';

const minute = 60;
const day = 24 * 60 * minute;

/** Looking for a person is what somebody who hunts her would do: few look for thirty people in a minute. */
const searches = { times: 30, seconds: minute };
/** An emergency access is asked for when there is no other way. */
const emergencies = { times: 5, seconds: day };
/** Codes of reports are short enough to be tried out. */
const checks = { times: 60, seconds: minute };

/** How often who may ask where people prove who they are. In demonstrations nobody is counted. */
export const usualRates: Rates = {
  person: { times: 300, seconds: minute },
  institution: { times: 3_000, seconds: minute },
  address: { times: 600, seconds: minute },
  routes: {
    'POST /api/persons/similar': searches,
    'POST /casos/nuevo': searches,
    'POST /api/emergency-accesses': emergencies,
    'POST /emergencia': emergencies,
    'GET /verificar': checks,
    'POST /verificar': checks,
  },
};
