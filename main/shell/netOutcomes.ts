import type { PortOutput } from '#shared/bridge/port.ts';

export type NetOutcome = PortOutput<'net.outcome'>['outcome'];

const MAX_URLS = 500;

/** A URL without query and fragment: outcomes are asked for by what was called, not with which parameters. */
function withoutQuery(url: string): string | undefined {
  try {
    const { origin, pathname } = new URL(url);
    return origin + pathname;
  } catch {
    return undefined;
  }
}

/**
 * How the last request to each URL ended on the network. A request that a page may not read for want of CORS headers
 * counts by the status the server answered, 0 where only its preflight was seen: that is how "no CORS" differs from
 * "unreachable".
 */
export class NetOutcomes {
  readonly #outcomes = new Map<string, NetOutcome>();

  record(url: string, outcome: NetOutcome): void {
    const key = withoutQuery(url);
    if (key === undefined) return;
    this.#outcomes.delete(key);
    this.#outcomes.set(key, outcome);
    if (this.#outcomes.size <= MAX_URLS) return;
    const [oldest] = this.#outcomes.keys();
    if (oldest !== undefined) this.#outcomes.delete(oldest);
  }

  of(url: string): NetOutcome {
    const key = withoutQuery(url);
    return (key === undefined ? undefined : this.#outcomes.get(key)) ?? { is: 'unknown' };
  }
}
