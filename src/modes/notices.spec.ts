import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Notice } from '#service';
import { noticesFrom, NoticesMisconfigured } from './notices.js';

/** A mail server that keeps what it was told. `reply` answers to commands that are not to be taken. */
async function mailServer(
  reply: (command: string) => string | undefined = () => undefined,
): Promise<{ readonly url: string; readonly mails: string[]; readonly server: Server }> {
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
        } else if (reply(line) !== undefined) {
          socket.write(`${reply(line)}\r\n`);
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

  const inFile = () =>
    readFileSync(join(folder, 'notices.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as Notice).id);

  const mailTo = (url: string, addresses: object = { 'pe-000000-cem': 'cem@example.org' }) => {
    writeFileSync(join(folder, 'addresses.json'), JSON.stringify(addresses));
    return {
      CHASKI_SMTP_URL: url,
      CHASKI_MAIL_FROM: 'avisos@example.org',
      CHASKI_BASE_URL: 'https://agenda.example.org',
      CHASKI_MAIL_ADDRESSES: join(folder, 'addresses.json'),
    };
  };

  it('is the file of the store, when nothing else is said', async () => {
    const notices = await noticesFrom({}, join(folder, 'notices.jsonl'));
    await notices.send(notice);
    await notices.close();
    expect(readFileSync(join(folder, 'notices.jsonl'), 'utf8')).toContain('"to":"pe-000000-cem"');
  });

  it('is a mail as well, that says nothing of the matter, to those who have an address', async () => {
    const { url, mails, server } = await mailServer();
    const notices = await noticesFrom(mailTo(url), join(folder, 'notices.jsonl'));
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

  it('goes to a desk’s own mailbox, to the institution’s for a supervisor without one, and never astray', async () => {
    const { url, mails, server } = await mailServer();
    const env = mailTo(url, {
      cem: 'cem@example.org',
      police: 'police@example.org',
      'police/supervisor': 'chief@example.org',
      'coordinator/150112': 'board@example.org',
    });
    const notices = await noticesFrom(env, join(folder, 'notices.jsonl'));
    const to = ['police/supervisor', 'cem/supervisor', 'coordinator/150112', 'coordinator/150113', 'nobody/supervisor'];
    for (const [index, each] of to.entries()) await notices.send({ ...notice, id: `${index}`, to: each });
    await notices.close();
    server.close();
    expect(mails.map((mail) => /^To: (.*)$/m.exec(mail)?.[1])).toEqual([
      'chief@example.org',
      'cem@example.org',
      'board@example.org',
    ]);
    expect(inFile()).toEqual(['0', '1', '2', '3', '4']);
  });

  it('goes on past a letter that is refused for good, keeps its notice in the file, and says so in the log', async () => {
    const { url, mails, server } = await mailServer((command) =>
      command.includes('gone@') ? '550 no such mailbox' : undefined,
    );
    const logged: unknown[] = [];
    const env = mailTo(url, { gone: 'gone@example.org', typo: 'a@b\r\nBcc: c@d', cem: 'cem@example.org' });
    const notices = await noticesFrom(env, join(folder, 'notices.jsonl'), { write: (...line) => logged.push(line) });
    for (const [index, to] of ['gone', 'typo', 'cem'].entries()) await notices.send({ ...notice, id: `${index}`, to });
    await notices.close();
    server.close();
    expect(inFile()).toEqual(['0', '1', '2']);
    expect(mails.map((mail) => /^To: (.*)$/m.exec(mail)?.[1])).toEqual(['cem@example.org']);
    expect(logged).toEqual([['warn', 'notice not deliverable', { name: '0', code: '550' }]]);
  });

  it.each([
    ['a mailbox that is busy', /^RCPT/, '450 try again later'],
    ['a sender that is not let send', /^MAIL/, '550 not you'],
    ['a connection that is cut', /^EHLO|^HELO/, '421 closing'],
  ])('is tried again for %s', async (_, command, answer) => {
    let busy = true;
    const { url, mails, server } = await mailServer((line) => (busy && command.test(line) ? answer : undefined));
    const notices = await noticesFrom(mailTo(url), join(folder, 'notices.jsonl'));
    await expect(notices.send(notice)).rejects.toThrow();
    expect(inFile()).toEqual([]);
    busy = false;
    await notices.send(notice);
    await notices.close();
    server.close();
    expect([mails.length, inFile()]).toEqual([1, ['1']]);
  });

  it('is no mail for what the file holds already, also after a restart', async () => {
    const { url, mails, server } = await mailServer();
    for (let start = 1; start <= 2; start += 1) {
      const notices = await noticesFrom(mailTo(url), join(folder, 'notices.jsonl'));
      await notices.send(notice);
      await notices.send(notice);
      await notices.close();
    }
    server.close();
    expect([mails.length, inFile()]).toEqual([1, ['1']]);
  });

  it('is refused when the settings for mail are not complete', async () => {
    await expect(noticesFrom({ CHASKI_SMTP_URL: 'smtp://127.0.0.1:1' }, join(folder, 'n.jsonl'))).rejects.toEqual(
      new NoticesMisconfigured('CHASKI_MAIL_ADDRESSES'),
    );
  });
});
