import { vaultContract } from '../../contract.js';
import { memoryVault } from './index.js';

vaultContract('in memory', (deployment) => memoryVault({ deployment }));
