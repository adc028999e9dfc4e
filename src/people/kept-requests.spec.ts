import { KeptRequests } from './kept-requests.js';

const her = { issuer: 'https://idp.test', subject: 'her' };
const him = { issuer: 'https://idp.test', subject: 'him' };
const request = { method: 'POST', url: '/emergencia', fields: [['case', 'LIM-0001']] } as const;

describe('What somebody was about to send', () => {
  let now = 0;
  const kept = (): KeptRequests => new KeptRequests(() => now);
  beforeEach(() => {
    now = 0;
  });

  it('is found by whoever typed it, for ten minutes', () => {
    const requests = kept();
    const ticket = requests.keep(request, her);
    now = 10 * 60_000;
    expect(requests.find(ticket, her)).toEqual(request);
    expect(requests.find(ticket, him)).toBeUndefined();
    expect(requests.find(`${ticket}x`, her)).toBeUndefined();
    now += 1;
    expect(requests.find(ticket, her)).toBeUndefined();
  });

  it('is forgotten when they leave, and nobody else’s with it', () => {
    const requests = kept();
    const [hers, his] = [requests.keep(request, her), requests.keep(request, him)];
    requests.forget(her);
    expect([requests.find(hers, her), requests.find(his, him)]).toEqual([undefined, request]);
  });

  it('gives way, the oldest first, so that memory has an end', () => {
    const requests = kept();
    const tickets = Array.from({ length: 201 }, () => requests.keep(request, her));
    const found = tickets.map((ticket) => requests.find(ticket, her) !== undefined);
    expect([found[0], found.slice(1).every((each) => each)]).toEqual([false, true]);
  });
});
