import type { Remote } from '../remote/remote.ts';

import type { SendBody } from './serverLeaves.ts';
import { upload } from './upload.ts';

type Watch = {
  readonly signal: AbortSignal;
  readonly onProgress: (sentBytes: number) => void;
  /** All bytes are up and the answer is to come; not told where the engine does not say. */
  readonly isUp?: () => void;
};

/**
 * Sends a body to this server past its gate, for as long as it goes on. Rejects with the signal's reason when that ends
 * it, otherwise with the `RemoteProblem` behind a line that failed.
 */
export function watchedSend(remote: Remote, authorization: string, { signal, onProgress, isUp }: Watch): SendBody {
  return (url, headers, body) =>
    remote.throughGate(authorization, () =>
      upload(url, { headers, body, signal, onProgress, isUp }).catch(async (error: unknown) => {
        throw signal.aborted ? error : await remote.problemBehind(error, url);
      }),
    );
}
