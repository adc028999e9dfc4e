import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noticesFrom, NoticesMisconfigured } from './notices.js';

/** A mail server that takes everything and keeps what it was told. */
async function mailServer(): Promise<{ readonly url: string; readonly mails: string[]; readonly server: Server }> {
  const mails: string[] = [];
  const server = createServer((socket) => {
    let data = '';
    let reading = false;
    socket.write('220 test\r\n');
    socket.on('data', (bytes) => {
      for (const line of bytes.toString('utf8').split('\r\n')) {
        if (reading) {
          if (line === '.') {
            reading = false;
            mails.push(data);
            data = '';
            socket.write('250 ok\r\n');
          } else data += `${line}\n`;
        } else if (/^DATA/i.test(line)) {
          reading = true;
          socket.write('354 go on\r\n');
        } else if (/^QUIT/i.test(line)) socket.end('221 bye\r\n');
        else if (line !== '') socket.write('250 ok\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return { url: `smtp://127.0.0.1:${address.port}`, mails, server };
}

const notice = { id: '1', to: 'pe-000000-cem', kind: 'referral-sent', ref: 'r1', at: '2026-03-09T15:00:00.000Z' };

describe('where notices go', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chaski-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is the file of the store, when nothing else is said', async () => {
    const notices = await noticesFrom({}, join(folder, 'notices.jsonl'));
    await notices.send(notice);
    await notices.close();
    expect(readFileSync(join(folder, 'notices.jsonl'), 'utf8')).toContain('"to":"pe-000000-cem"');
  });

  it('is a mail as well, that says nothing of the matter, to those who have an address', async () => {
    const { url, mails, server } = await mailServer();
    writeFileSync(join(folder, 'addresses.json'), JSON.stringify({ 'pe-000000-cem': 'cem@example.org' }));
    const env = {
      CHASKI_SMTP_URL: url,
      CHASKI_MAIL_FROM: 'avisos@example.org',
      CHASKI_BASE_URL: 'https://agenda.example.org',
      CHASKI_MAIL_ADDRESSES: join(folder, 'addresses.json'),
    };
    const notices = await noticesFrom(env, join(folder, 'notices.jsonl'));
    await notices.send(notice);
    await notices.send({ ...notice, id: '2', to: 'pe-000000-otra' });
    await notices.close();
    server.close();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toContain('To: cem@example.org');
    expect(mails[0]).toContain('https://agenda.example.org');
    expect(mails[0]).not.toMatch(/deriva|caso|referral|r1/i);
    expect(readFileSync(join(folder, 'notices.jsonl'), 'utf8').trim().split('\n')).toHaveLength(2);
  });

  it('is refused when the settings for mail are not complete', async () => {
    await expect(noticesFrom({ CHASKI_SMTP_URL: 'smtp://127.0.0.1:1' }, join(folder, 'n.jsonl'))).rejects.toEqual(
      new NoticesMisconfigured('CHASKI_MAIL_ADDRESSES'),
    );
  });
});
