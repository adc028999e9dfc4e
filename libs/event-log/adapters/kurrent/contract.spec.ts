import { eventLogContract } from '../../contract.js';
import { Double } from '../../../../test/kurrent-double/double.js';
import { kurrentLog } from './index.js';

const real = process.env['KURRENTDB_URL'];

let double: Double;
beforeAll(async () => (double = await Double.start()));
afterAll(async () => double.stop());

eventLogContract('kurrent, protocol double', () => opened(double.connectionString));

if (real !== undefined) eventLogContract('kurrent, real server', () => opened(real));

async function opened(connectionString: string) {
  const options = { connectionString, name: 'contract' };
  const log = kurrentLog(options);
  return {
    log,
    reopen: async () => {
      await log.close();
      return kurrentLog(options);
    },
  };
}
