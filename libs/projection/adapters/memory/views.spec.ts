import { viewsContract } from '#projection/contract';
import { memoryViews } from '#projection/memory';

viewsContract('memory', async () => {
  const views = memoryViews();
  return { views, reader: views, close: () => views.close() };
});
