import { showInstant } from '#renderer/app/format.ts';
import { eventName } from '#renderer/app/language/zh/caseWords.ts';
import { placeText } from '#renderer/app/language/zh/position.ts';
import { selfCheckText } from '#renderer/app/language/zh/selfChecks.ts';
import { sitePhotosText } from '#renderer/app/language/zh/sitePhotos.ts';
import { sites } from '#renderer/app/language/zh/sites.ts';
import { positionText } from '#renderer/app/positionText.ts';
import { stateWords } from '#renderer/app/registers/stateWords.ts';
import type { TimelineItem } from '#renderer/components/TimelineView.tsx';
import { placeOf } from '#renderer/queries/catalogue.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { findRegister, shownValue, type Register } from '#shared/catalogue/register.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import { inFoldOrder } from '#shared/events/order.ts';
import { SELF_CHECK_ITEM, type SiteChanges, type SiteData } from '#shared/events/siteEvents.ts';
import { DEFAULT_REGISTER } from '#shared/site/checkSite.ts';
import { changedSite } from '#shared/site/fold.ts';

/**
 * Who registered and changed a thing, when, and what stood there before; the last first. `names`: people by account. What another
 * organisation wrote counts not and is not shown.
 */
export function historyOf(
  events: readonly EventEnvelope[],
  catalogue: Catalogue,
  names: ReadonlyMap<string, string>,
): readonly TimelineItem[] {
  // The same envelopes, ordered and without those that were withheld.
  const ordered = inFoldOrder(events) as readonly EventEnvelope[];
  const first = ordered.find((event) => event.type === 'site.registered');
  if (first === undefined) return [];
  let data: SiteData = first.data;
  const items: TimelineItem[] = [];
  let photos = 0;
  for (const event of ordered) {
    if (event !== first && (event.type === 'site.registered' || event.org !== first.org)) continue;
    const base = {
      key: event._id,
      title: eventName(event.type),
      time: showInstant(event.wallAt),
      who: names.get(event.by) ?? event.by,
    };
    if (event.type === 'site.registered') {
      items.push({ ...base, ...(event.data.batch !== undefined && { mark: sites.byImport }) });
    } else if (event.type === 'site.changed') {
      const next = changedSite(data, event.data.changes);
      const lines = linesOf(data, next, event.data.changes, catalogue);
      if (event.data.reason !== undefined) lines.push(sites.historyReason(event.data.reason));
      items.push({ ...base, detail: lines.join('；') });
      data = next;
    } else if (event.type === 'photo.added' && event.data.item !== SELF_CHECK_ITEM) {
      const last = items.at(-1);
      // One walk around the place is one line.
      const isSame = last?.title === base.title && last.time === base.time && last.who === base.who;
      if (isSame) items.pop();
      photos = isSame ? photos + 1 : 1;
      items.push({ ...base, detail: sitePhotosText.historyCount(photos) });
    } else if (event.type === 'site.selfChecked') {
      const { checkedOn, alliance, by } = event.data;
      items.push({ ...base, detail: `${checkedOn} ${selfCheckText.line(alliance, by)}` });
    } else if (event.type === 'site.withdrawn') {
      items.push({ ...base, tone: 'bad', detail: sites.historyReason(event.data.reason) });
    }
  }
  return items.reverse();
}

function linesOf(before: SiteData, after: SiteData, changes: SiteChanges, catalogue: Catalogue): string[] {
  const register = findRegister(catalogue, before.register ?? DEFAULT_REGISTER);
  const lines: string[] = [];
  const add = (label: string, from: string, to: string): void => {
    if (from !== to) lines.push(sites.historyLine(label, from, to));
  };
  for (const { key, label, show } of common(register, catalogue))
    if (Object.hasOwn(changes, key)) add(label, show(before), show(after));
  for (const id of Object.keys(changes.fields ?? {})) {
    const field = register?.fields.find((one) => one.id === id);
    const show = (site: SiteData): string =>
      field === undefined ? (site.fields?.[id] ?? '') : shownValue(field, site.fields?.[id]);
    add(field?.label ?? id, show(before), show(after));
  }
  return lines;
}

type Shown = {
  readonly key: keyof SiteChanges;
  readonly label: string;
  readonly show: (site: SiteData) => string;
};

function common(register: Register | undefined, catalogue: Catalogue): readonly Shown[] {
  return [
    { key: 'state', label: sites.state, show: ({ state = '' }) => stateWords(register, state).text },
    { key: 'name', label: register?.nameLabel ?? sites.name, show: ({ name }) => name },
    { key: 'operator', label: register?.operatorLabel ?? sites.operator, show: ({ operator }) => operator },
    { key: 'uscc', label: sites.uscc, show: ({ uscc = '' }) => uscc },
    { key: 'phone', label: sites.phone, show: ({ phone = '' }) => phone },
    { key: 'street', label: sites.street, show: (site) => placeOf(catalogue, site) },
    { key: 'address', label: sites.address, show: ({ address }) => address },
    {
      key: 'position',
      label: placeText.position,
      show: ({ position }) => (position === undefined ? '' : positionText(position)),
    },
    {
      key: 'frontageMm',
      label: sites.frontage,
      show: ({ frontageMm }) => (frontageMm === undefined ? '' : String(frontageMm / 1000)),
    },
  ];
}
