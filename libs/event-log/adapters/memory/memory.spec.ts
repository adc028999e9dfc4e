import { eventLogContract } from '../../contract.js';
import { memoryLog } from './index.js';

eventLogContract('memory', async () => ({ log: memoryLog() }), {
  forgets: 'a log in memory ends with its process',
});

it('has no head while it is empty', async () => {
  expect(await memoryLog().head()).toBeUndefined();
});
