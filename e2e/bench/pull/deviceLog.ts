import { sealEvent, type EventEnvelope } from '#shared/events/envelope.ts';
import type { Officer } from '#shared/events/fields.ts';
import type { EventData, EventType } from '#shared/events/registry.ts';
import { sha256Text } from '#shared/kernel/hash.ts';
import { nextStamp } from '#shared/kernel/hlc.ts';

/** Someone who writes, on a device of their own. */
export type Author = Officer & { readonly org: string; readonly role: string; readonly device: string };

/** What an author is about to write. */
export type Draft = { [T in EventType]: { readonly type: T; readonly data: EventData<T> } }[EventType];

/** The log of one author in one database: stamps, counters and chain as the app makes them. */
export class DeviceLog {
  readonly #author: Author;
  readonly #log: string;
  #last: EventEnvelope | undefined;

  constructor(author: Author, db: string) {
    this.#author = author;
    this.#log = sha256Text(`${author.device}|${author.user}|${db}`).slice(0, 16);
  }

  /** Seals the next event; `follows` is the decision it was made in view of. */
  write(draft: Draft, stream: string, atMs: number, follows: string | undefined): EventEnvelope {
    const { user, org, role, device } = this.#author;
    const last = this.#last;
    const header = {
      v: 1,
      kind: 'event',
      stream,
      at: nextStamp(last?.at, atMs),
      wallAt: new Date(atMs).toISOString(),
      by: user,
      role: `${org}/${role}`,
      org,
      device,
      log: this.#log,
      n: (last?.n ?? 0) + 1,
      rules: 1,
      catalogue: '2026.11.1',
      ...(last === undefined ? {} : { prev: last.hash }),
      ...(follows === undefined ? {} : { follows }),
    } as const;
    this.#last = sealEvent(draft.type, header, draft.data);
    return this.#last;
  }
}
