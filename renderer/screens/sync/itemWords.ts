import { showInstant } from '#renderer/app/format.ts';
import { eventName } from '#renderer/app/language/zh/caseWords.ts';
import { refusalText } from '#renderer/app/language/zh/refusals.ts';
import { quarantineReason, sync as words } from '#renderer/app/language/zh/sync.ts';
import type { SyncItem } from '#renderer/queries/syncItems.ts';

const BYTES_PER_KIB = 1024;

/** What an item is, in the officer's words. */
export function itemName({ kind, what }: SyncItem): string {
  switch (kind) {
    case 'record':
      return eventName(what);
    case 'photo':
      return words.photoOf(what);
    case 'document':
      return words.file;
    case 'draft':
      return (words.draftKinds as Readonly<Record<string, string>>)[what] ?? what;
    case 'foreign':
      return what === '' ? words.foreign : `${words.foreign} · ${eventName(what)}`;
  }
}

/** What it is and what it is about. */
export function itemTitle(item: SyncItem): string {
  return item.about === '' ? itemName(item) : `${itemName(item)} · ${item.about}`;
}

/** Who made it and when. */
export function itemOrigin(item: SyncItem, person: string): string {
  const when = item.state === 'draft' || item.state === 'quarantined' ? words.when[item.state] : words.when.other;
  const parts = [
    ...(item.at === '' ? [] : [when(showInstant(item.at))]),
    ...(item.by === '' ? [] : [words.by(person)]),
    ...(item.bytes === undefined ? [] : [words.size(item.bytes / BYTES_PER_KIB)]),
  ];
  return parts.join(' · ');
}

/** Why it is in this state, what to do, and the server's own words for whoever mends it. */
export type ItemWhy = { readonly why: string; readonly todo: string; readonly said?: string };

/** See `ItemWhy`; `isOwn`: the signed-in person made it. */
export function itemWhy(item: SyncItem, isOwn: boolean, person: string): ItemWhy {
  switch (item.state) {
    case 'refused':
      return { why: refusedWhy(item), todo: refusalText(item.rule).todo, said: words.reasonOf(item.reason ?? '') };
    case 'quarantined':
      return { why: quarantineReason(item.reason ?? ''), todo: words.why.quarantinedTodo };
    case 'sending':
      return { why: words.why.sending, todo: '' };
    case 'waiting':
      return { why: waitingWhy(item, isOwn, person), todo: '' };
    case 'draft':
      return { why: words.why.draft, todo: words.why.draftTodo };
    case 'withdrawn':
      return { why: words.why.withdrawn(item.reason ?? ''), todo: '' };
    case 'server':
      return { why: '', todo: '' };
  }
}

function refusedWhy({ rule, since }: SyncItem): string {
  const at = since === undefined ? '' : `${words.refusedAt(showInstant(since))}：`;
  return at + refusalText(rule).why;
}

function waitingWhy({ partly, rule }: SyncItem, isOwn: boolean, person: string): string {
  if (partly === true) return words.why.partly;
  if (rule !== undefined) return words.why.askedAgain(refusalText(rule).why);
  return isOwn ? words.why.waiting : words.why.waitingOther(person);
}
