import '#shared/jitless.ts';

import { answerPeer, type PeerJob, type PouchClass } from './peerJobs.ts';

/** Answers jobs one after the other; called by the worker whose source is in `peers.ts`. */
export function servePeers(Pouch: PouchClass): void {
  self.onmessage = ({ data }: MessageEvent<PeerJob>): void => {
    answerPeer(Pouch, data).then(
      (value) => {
        self.postMessage({ ok: true, value });
      },
      (error: unknown) => {
        self.postMessage({
          ok: false,
          message: error instanceof Error ? (error.stack ?? error.message) : String(error),
        });
      },
    );
  };
}
