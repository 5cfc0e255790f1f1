import type { Hub } from '../../scripts/hub/start.ts';

import { aWorker, type TestWorker } from './aWorker.ts';
import { FakeQueue } from './fakeQueue.ts';
import { aHub } from './world.ts';

/** An officer's device in step with a server, and the print queue it works with. */
export type Printing = { readonly hub: Hub; readonly queue: FakeQueue; readonly chen: TestWorker };

/** Starts them. */
export async function aPrinting(): Promise<Printing> {
  const hub = await aHub();
  const queue = new FakeQueue();
  const chen = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  chen.printing = queue.handlers;
  await chen.reopen();
  await chen.unlock('chen.wei');
  await chen.sync();
  return { hub, queue, chen };
}
