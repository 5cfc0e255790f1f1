import { startWorkerHarness } from '../../fixtures/workerHarness.ts';

import type { PeerAnswer, PeerJob } from './peerJobs.ts';

/** The peers of the pull, in a worker of the app's own engine and an otherwise empty page. */
export type Peers = {
  readonly engine: string;
  readonly run: (job: Omit<PeerJob, 'name'>) => Promise<PeerAnswer>;
  readonly close: () => Promise<void>;
};

const HERE = import.meta.dirname.replaceAll('\\', '/');
const WORKER = `
import PouchDB from 'pouchdb-core';
import idb from 'pouchdb-adapter-idb';
import http from 'pouchdb-adapter-http';
import replication from 'pouchdb-replication';
import { servePeers } from '${HERE}/peerWorker.ts';
servePeers(PouchDB.plugin(idb).plugin(http).plugin(replication));
`;

/** Starts the engine. */
export async function startPeers(): Promise<Peers> {
  const harness = await startWorkerHarness(WORKER);
  let jobs = 0;
  return {
    engine: harness.engine,
    run: async (job) => {
      jobs += 1;
      const answer = await harness.ask<{ ok: true; value: PeerAnswer } | { ok: false; message: string }>({
        ...job,
        name: `peer-${String(jobs)}`,
      });
      if (!answer.ok) throw new Error(`${job.do}: ${answer.message}`);
      return answer.value;
    },
    close: harness.close,
  };
}
