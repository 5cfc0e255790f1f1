import { X509Certificate } from 'node:crypto';

import type { Certificate, Session } from 'electron';

import { readCaFile } from '../files/caFile.ts';
import type { Settings } from '../files/settings.ts';
import { verifyChain } from '../files/verifyChain.ts';

/** What `setCertificateVerifyProc` answers: accept, or leave it at what Chromium found. */
const ACCEPT = 0;
const AS_CHROMIUM = -3;
const AUTHORITY_UNKNOWN = 'net::ERR_CERT_AUTHORITY_INVALID';
/** The machine itself is reached directly; everything else goes through the proxy. */
const BYPASS = 'localhost;127.0.0.1/8;[::1]';

/**
 * Sets how the server is reached: the proxy, and the bureau's own authority. The authority speaks for the configured
 * server alone, and only where Chromium's one objection is that it does not know who issued the certificate; what it
 * refuses keeps Chromium's own error. A file that cannot be read accepts nothing.
 */
export async function applyConnection(session: Session, { server, caFile, proxy }: Settings): Promise<void> {
  await session.setProxy(
    proxy === null ? { mode: 'system' } : { proxyRules: proxy, proxyBypassRules: BYPASS, mode: 'fixed_servers' },
  );
  const host = server === null ? undefined : new URL(server).hostname;
  const file = caFile === null ? undefined : await readCaFile(caFile, Date.now());
  if (host === undefined || file?.ok !== true) session.setCertificateVerifyProc(null);
  else {
    const authorities = file.value.certificates;
    session.setCertificateVerifyProc(({ hostname, certificate, verificationResult }, answer) => {
      const mayHelp = hostname === host && verificationResult === AUTHORITY_UNKNOWN;
      answer(mayHelp && verifyChain(chainOf(certificate), authorities, host, Date.now()).ok ? ACCEPT : AS_CHROMIUM);
    });
  }
  // Connections that stand were made under the settings before.
  await session.closeAllConnections();
}

/** The certificates as the server sent them; none when one cannot be read. */
function chainOf(certificate: Certificate): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  const seen = new Set<string>();
  try {
    for (let one: Certificate | undefined = certificate; one; one = one.issuerCert as Certificate | undefined) {
      if (seen.has(one.fingerprint)) break;
      seen.add(one.fingerprint);
      chain.push(new X509Certificate(one.data));
    }
  } catch {
    return [];
  }
  return chain;
}
