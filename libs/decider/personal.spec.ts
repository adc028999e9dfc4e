import { type Personal, personal } from './index.js';

it('names whose data it is and which key covers it', () => {
  const section: Personal<{ name: string }> = personal('s-1', 'identity', { name: 'n-7' });
  expect(section).toEqual({ clear: { name: 'n-7' }, subject: 's-1', category: 'identity' });
});
