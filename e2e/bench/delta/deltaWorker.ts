import '#shared/jitless.ts';

import type { PouchClass } from '../pull/peerJobs.ts';

import { DeltaPeers, type DeltaJob } from './deltaJobs.ts';

/** Answers jobs one after the other; called by the worker whose source is in `delta.ts`. */
export function serveDelta(Pouch: PouchClass): void {
  const peers = new DeltaPeers(Pouch);
  self.onmessage = ({ data }: MessageEvent<DeltaJob>): void => {
    peers.answer(data).then(
      (value) => {
        self.postMessage({ ok: true, value });
      },
      (error: unknown) => {
        self.postMessage({ ok: false, message: String(error) });
      },
    );
  };
}
