import { ledgerStoreContract } from '../../contract.js';
import { memoryLedgerStore } from './index.js';

ledgerStoreContract('memory', () => ({ store: memoryLedgerStore() }));
