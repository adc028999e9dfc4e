import { jest } from '@jest/globals';
import { appendFile, type FileHandle, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { emailNotices, fileNotices, type Notice } from '../index.js';

const notice: Notice = {
  id: 'n-1',
  to: 'w-1',
  kind: 'box-due',
  ref: 'r-1',
  at: '2026-03-09T15:00:00.000Z',
  link: '/cajas/r-1',
};

describe('Notices in a file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'notices-'));
    path = join(folder, 'notices.jsonl');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const lines = async () =>
    (await readFile(path, 'utf8'))
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Notice);

  it('are written once, also at the same time and after a restart', async () => {
    const first = await fileNotices(path);
    await Promise.all([first.send(notice), first.send(notice), first.send({ ...notice, id: 'n-2' })]);
    await first.close();
    const second = await fileNotices(path);
    await second.send(notice);
    await second.send({ ...notice, id: 'n-3' });
    await second.close();
    expect((await lines()).map(({ id }) => id)).toEqual(['n-1', 'n-2', 'n-3']);
    expect((await lines())[0]).toEqual(notice);
  });

  describe('sent at the same time', () => {
    const many = Array.from({ length: 20 }, (_, n) => ({ ...notice, id: `n-${n}` }));
    let handles: FileHandle;
    beforeEach(async () => {
      const file = await open(join(folder, 'other'), 'w');
      handles = Object.getPrototypeOf(file) as FileHandle;
      await file.close();
    });
    afterEach(() => jest.restoreAllMocks());

    it('share a flush, and are on the disk when they are answered', async () => {
      const flushes = jest.spyOn(handles, 'sync');
      const notices = await fileNotices(path);
      await Promise.all(many.map((each) => notices.send(each)));
      expect(flushes).toHaveBeenCalledTimes(1);
      expect(await lines()).toEqual(many);
      await notices.send({ ...notice, id: 'later' });
      expect(flushes).toHaveBeenCalledTimes(2);
      await notices.close();
    });

    it('fail together, and may all be sent again', async () => {
      jest.spyOn(handles, 'appendFile').mockRejectedValueOnce(new Error('the disk is full'));
      const notices = await fileNotices(path);
      const first = await Promise.allSettled(many.map((each) => notices.send(each)));
      expect(new Set(first.map(({ status }) => status))).toEqual(new Set(['rejected']));
      await Promise.all(many.map((each) => notices.send(each)));
      await notices.close();
      expect(await lines()).toEqual(many);
    });
  });

  it('survive a line that a crash cut short', async () => {
    const first = await fileNotices(path);
    await first.send(notice);
    await first.close();
    await appendFile(path, '{"id":"n-2","to":"w');
    const second = await fileNotices(path);
    await second.send({ ...notice, id: 'n-2' });
    await second.close();
    expect((await lines()).map(({ id }) => id)).toEqual(['n-1', 'n-2']);
  });

  it('do not take fields that nobody foresaw', async () => {
    const notices = await fileNotices(path);
    await notices.send({ ...notice, story: 'CANARY' } as Notice);
    await notices.close();
    expect(await readFile(path, 'utf8')).not.toContain('CANARY');
  });
});

describe('Notices by e-mail', () => {
  it('say nothing but that something waits, and where', async () => {
    const sent: Record<string, unknown>[] = [];
    const transport = createTransport({ jsonTransport: true });
    const sendMail = transport.sendMail.bind(transport);
    transport.sendMail = async (mail: object) => {
      const info = await sendMail(mail);
      sent.push(JSON.parse(String((info as { message: string }).message)) as Record<string, unknown>);
      return info;
    };
    const notices = emailNotices({
      transport,
      from: 'avisos@chaski.example',
      baseUrl: 'https://chaski.example',
      addressOf: async (to) => (to === 'w-1' ? 'w1@chaski.example' : undefined),
    });
    await notices.send(notice);
    await notices.send({ ...notice, to: 'w-2' });
    await expect(notices.send({ ...notice, link: 'https://evil.example/' })).rejects.toThrow('this service only');
    await notices.close();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ messageId: '<n-1@chaski.example>', subject: 'Tiene un aviso pendiente' });
    expect(sent[0]?.['text']).toBe(
      'Hay algo que espera su atención. Ingrese para verlo:\n\nhttps://chaski.example/cajas/r-1\n',
    );
    expect(JSON.stringify(sent)).not.toContain('box-due');
  });
});
