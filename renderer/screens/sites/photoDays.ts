import type { EventEnvelope } from '#shared/events/envelope.ts';
import { inFoldOrder } from '#shared/events/order.ts';
import { SELF_CHECK_ITEM } from '#shared/events/siteEvents.ts';
import type { Checklist } from '#shared/inspection/checklist.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';

/** Photos that one person added on one day, in the order in which they came. */
export type PhotoDay = { readonly day: string; readonly by: string; readonly photos: readonly string[] };

/**
 * How a thing stood (现状照片), the newest day first. What another organisation wrote, what was withheld and the photos of own
 * checks are not among them.
 */
export function photoDays(events: readonly EventEnvelope[]): readonly PhotoDay[] {
  // The same envelopes, ordered and without those that were withheld.
  const ordered = inFoldOrder(events) as readonly EventEnvelope[];
  const org = ordered.find(({ type }) => type === 'site.registered')?.org;
  const days: PhotoDay[] = [];
  for (const event of ordered) {
    if (event.type !== 'photo.added' || event.org !== org || event.data.item === SELF_CHECK_ITEM) continue;
    const day = chinaDateOf(Date.parse(event.wallAt));
    const last = days.at(-1);
    const photo = event.data.sha256;
    if (last?.day === day && last.by === event.by) days[days.length - 1] = { ...last, photos: [...last.photos, photo] };
    else days.push({ day, by: event.by, photos: [photo] });
  }
  return days.reverse();
}

/** The photos of an inspection without its signatures, which show nothing of the place. */
export function placePhotos(
  { photos, answers }: InspectionPhotos,
  checklist: Pick<Checklist, 'sections'> | undefined,
): readonly string[] {
  const items = checklist?.sections.flatMap((section) => section.items) ?? [];
  const signs = new Set(items.filter(({ kind }) => kind === 'signature').map(({ code }) => code));
  const signatures = new Set(answers.flatMap((answer) => (signs.has(answer.item) ? answer.photos : [])));
  return photos.filter((photo) => !signatures.has(photo));
}

type InspectionPhotos = {
  readonly photos: readonly string[];
  readonly answers: readonly { readonly item: string; readonly photos: readonly string[] }[];
};
