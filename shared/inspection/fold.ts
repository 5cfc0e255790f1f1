import { inFoldOrder, type AnyEvent } from '../events/order.ts';
import { EVENT_TYPES, type EventData } from '../events/registry.ts';
import { parseStream } from '../events/stream.ts';

/** A submitted inspection: what was submitted, by whom, and every photo of its stream without doubles. */
export type InspectionState = {
  readonly id: string;
  readonly org: string;
  readonly by: string;
  readonly event: string;
  readonly data: EventData<'inspection.submitted'>;
  readonly photos: readonly string[];
};

/**
 * Folds the stream of one inspection: the first submission counts, later ones change nothing. Undefined until it was
 * submitted. Never throws; independent of the order of arrival.
 */
export function foldInspection(events: readonly AnyEvent[]): InspectionState | undefined {
  let state: Omit<InspectionState, 'photos'> | undefined;
  const photos = new Set<string>();
  for (const event of inFoldOrder(events)) {
    const stream = parseStream(event.stream);
    if (stream?.kind !== 'inspection') continue;
    if (event.type === 'inspection.submitted' && state === undefined) {
      const data = EVENT_TYPES['inspection.submitted'].safeParse(event.data);
      if (!data.success) continue;
      state = { id: stream.id, org: event.org, by: event.by, event: event._id, data: data.data };
      for (const answer of data.data.answers) for (const photo of answer.photos) photos.add(photo);
    }
    if (event.type === 'photo.added') {
      const data = EVENT_TYPES['photo.added'].safeParse(event.data);
      if (data.success) photos.add(data.data.sha256);
    }
  }
  return state === undefined ? undefined : { ...state, photos: [...photos] };
}
