import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgerStoreContract } from '../../contract.js';
import { sqliteLedgerStore } from './index.js';

ledgerStoreContract('sqlite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  const open = () => sqliteLedgerStore({ path: join(folder, 'ledger.db') });
  return { store: open(), reopen: open, dispose: () => rmSync(folder, { recursive: true }) };
});

it('can be looked at while another writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  const path = join(folder, 'ledger.db');
  expect(() => sqliteLedgerStore({ path, readOnly: true })).toThrow();
  const writer = sqliteLedgerStore({ path });
  const reader = sqliteLedgerStore({ path, readOnly: true });
  writer.saveCheckpoint({ size: 1, signedAt: 0, cosigned: false, note: 'one' });
  expect(reader.latestCheckpoint()?.note).toBe('one');
  expect(() => reader.remember('name', 'value')).toThrow('readonly');
  reader.close();
  writer.close();
  rmSync(folder, { recursive: true });
});
