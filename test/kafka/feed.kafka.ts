import { factFeedContract } from '#publishing/contract';
import { relayed } from '../../libs/publishing/adapters/kafka/testing.js';
import { freshFacts, open } from './support/topics.js';

factFeedContract('a real broker', async (publications) => {
  const broker = await open();
  const facts = await relayed(broker, freshFacts(), publications);
  return {
    ...facts,
    close: async () => {
      await facts.close();
      await broker.close();
    },
  };
});
