import { LOG_EVENTS } from './evidenceEvents.ts';

type Authored = {
  readonly _id: string;
  readonly type: string;
  readonly stream: string;
  readonly by: string;
  readonly device: string;
  readonly wallAt: string;
  readonly data: unknown;
};

/** One thing that its author took back before the server had it: an event's id or a blob's key, and why. */
export type Withheld = {
  readonly named: string;
  readonly stream: string;
  readonly by: string;
  readonly device: string;
  readonly reason: string;
  /** UTC, by the author's wall clock. */
  readonly at: string;
};

/** Everything that the `log.withheld` events among these name. What is malformed names nothing. */
export function withheldIn(events: readonly Authored[]): readonly Withheld[] {
  return events.flatMap((event): readonly Withheld[] => {
    if (event.type !== 'log.withheld') return [];
    const data = LOG_EVENTS['log.withheld'].safeParse(event.data);
    if (!data.success) return [];
    const { stream, by, device, wallAt: at } = event;
    return data.data.events.map((named) => ({ named, stream, by, device, reason: data.data.reason, at }));
  });
}

/**
 * The events without those that were withheld. Only the author on the same device can withhold, only in the same stream,
 * and `log.withheld` itself stands. Independent of order: an event that turns up after it was withheld is left out, too.
 */
export function withoutWithheld<T extends Authored>(events: readonly T[]): readonly T[] {
  const withheld = new Set(withheldIn(events).map(keyOf));
  if (withheld.size === 0) return events;
  return events.filter(
    ({ _id: named, type, stream, by, device }) =>
      type === 'log.withheld' || !withheld.has(keyOf({ named, stream, by, device })),
  );
}

function keyOf({ named, stream, by, device }: Pick<Withheld, 'named' | 'stream' | 'by' | 'device'>): string {
  return `${named}|${stream}|${by}|${device}`;
}
