import type { X509Certificate } from 'node:crypto';
import { isIP } from 'node:net';

import { err, ok, type Result } from '#shared/kernel/result.ts';

/** Why a server's certificate is not accepted by a bureau's own authority. */
export type ChainProblem = 'wrong_host' | 'expired' | 'not_for_servers' | 'other_authority';

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const LONGEST_CHAIN = 6;

/**
 * Checks a server's certificate against the bureau's own authorities: the host's name, every certificate's dates, that it
 * is meant for servers, and an unbroken line of signatures to one of them. `chain` is as the server sent it, its own
 * first. Not looked at: revocation lists, name constraints, path lengths; an authority of one's own issues few.
 */
export function verifyChain(
  chain: readonly X509Certificate[],
  authorities: readonly X509Certificate[],
  host: string,
  nowMs: number,
): Result<undefined, ChainProblem> {
  const [leaf, ...others] = chain;
  if (leaf === undefined) return err('other_authority');
  const names = isIP(host) === 0 ? leaf.checkHost(host, { subject: 'never' }) : leaf.checkIP(host);
  if (names === undefined) return err('wrong_host');
  const usages = leaf.keyUsage as readonly string[] | undefined;
  if (leaf.ca || (usages !== undefined && !usages.includes(SERVER_AUTH))) return err('not_for_servers');
  let current = leaf;
  for (let length = 0; length < LONGEST_CHAIN; length += 1) {
    if (!isValidAt(current, nowMs)) return err('expired');
    const child = current;
    const root = authorities.find((one) => hasIssued(one, child));
    if (root !== undefined) return isValidAt(root, nowMs) ? ok(undefined) : err('expired');
    const next = others.find((one) => hasIssued(one, child));
    if (next === undefined) return err('other_authority');
    current = next;
  }
  return err('other_authority');
}

/** Only an authority issues, its name must be on the certificate, and the signature must be made with its key. */
function hasIssued(issuer: X509Certificate, certificate: X509Certificate): boolean {
  return (
    issuer.ca &&
    issuer.fingerprint256 !== certificate.fingerprint256 &&
    certificate.checkIssued(issuer) &&
    certificate.verify(issuer.publicKey)
  );
}

function isValidAt({ validFrom, validTo }: X509Certificate, nowMs: number): boolean {
  return Date.parse(validFrom) <= nowMs && nowMs < Date.parse(validTo);
}
