import { eventLogContract } from '#event-log/contract';
import { kurrentLog } from '#event-log/kurrent';
import { Double } from './double.js';
import { harmless, noticed } from './faults.js';

/** The contract on a double that lies. Run by `failing.spec.ts`, which expects it to fail. */
describe.each([...noticed, ...harmless])('%s:', (fault) => {
  let double: Double;
  beforeAll(async () => {
    double = await Double.start();
    double.store.fault = fault;
  });
  afterAll(async () => double.stop());

  eventLogContract('kurrent', async () => ({
    log: kurrentLog({ connectionString: double.connectionString, name: 'contract' }),
  }));
});
