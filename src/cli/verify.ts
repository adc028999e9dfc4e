import { main } from '../../libs/ledger/verifier/index.js';

// Nothing of the server is loaded here: the verifier stands on its own.
process.exitCode = main(process.argv.slice(2));
