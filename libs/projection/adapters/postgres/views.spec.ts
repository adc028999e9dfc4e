import { viewsContract } from '#projection/contract';
import { postgresViews } from '#projection/postgres';
import { postgres } from '../../../../test/postgres/server.js';

postgres('PostgreSQL', (server) => {
  let stores = 0;

  viewsContract('PostgreSQL', async () => {
    const options = { connection: server().connection, schema: `contract_${(stores += 1)}`, connections: 4 };
    const [views, reader] = [postgresViews(options), postgresViews(options)];
    return {
      views,
      reader,
      close: async () => {
        await Promise.all([views.close(), reader.close()]);
      },
    };
  });
});
