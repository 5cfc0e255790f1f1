import type { Session } from 'electron';

import type { NetOutcomes } from './netOutcomes.ts';

const WEB = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] };

const CORS_REFUSED = 'net::ERR_FAILED';

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return '';
  }
}

/**
 * Lets requests go to the configured server only, whatever a page asks for (the CSP says the same), and records how
 * each ended for the data worker.
 */
export function watchNetwork(session: Session, server: () => string | null, outcomes: NetOutcomes): void {
  const answered = new Map<number, number>();
  session.webRequest.onBeforeRequest(WEB, ({ url }, answer) => {
    answer({ cancel: originOf(url) !== server() });
  });
  session.webRequest.onHeadersReceived(WEB, ({ id, statusCode }, answer) => {
    answered.set(id, statusCode);
    answer({});
  });
  session.webRequest.onCompleted(WEB, ({ id, url, statusCode }) => {
    answered.delete(id);
    outcomes.record(url, { is: 'status', status: statusCode });
  });
  session.webRequest.onErrorOccurred(WEB, ({ id, url, error }) => {
    const status = answered.get(id);
    answered.delete(id);
    // Chromium ends a request like this itself when CORS forbids it: after the headers, or after a preflight, which
    // webRequest does not show. The server was reached all the same.
    outcomes.record(url, error === CORS_REFUSED ? { is: 'status', status: status ?? 0 } : { is: 'error', code: error });
  });
}
