import { mayWrite } from '../access/permissions.ts';
import { parseHeldRole } from '../access/roles.ts';
import { inFoldOrder, type AnyEvent } from '../events/order.ts';
import { reporterField, type Reporter } from '../events/reportEvents.ts';
import { parseStream } from '../events/stream.ts';

/** Who reported, by the id of the report. `by`: who wrote it down. */
export type ReporterState = Reporter & { readonly id: string; readonly org: string; readonly by: string };

/**
 * Folds the stream of one reporter: the last word of somebody who may say it counts. Undefined until there is one. Never
 * throws; independent of the order of arrival.
 */
export function foldReporter(events: readonly AnyEvent[]): ReporterState | undefined {
  const named = inFoldOrder(events).flatMap((event): ReporterState[] => {
    const stream = parseStream(event.stream);
    const held = parseHeldRole(event.role);
    if (stream?.kind !== 'reporter' || event.type !== 'reporter.named') return [];
    if (held?.org !== event.org || !mayWrite(held.role, event.type)) return [];
    const data = reporterField.safeParse(event.data);
    return data.success ? [{ ...data.data, id: stream.id, org: event.org, by: event.by }] : [];
  });
  const first = named[0];
  return first && named.findLast(({ org }) => org === first.org);
}

/** A mobile number of the mainland, or a landline with its area code, not inside of a longer number. */
const PHONE = /(?<!\d)(?:1[3-9]\d{9}|0\d{2,3}[- ]?\d{7,8})(?!\d)/g;

/** What stands where a number stood. */
export const SEALED_MARK = '【号码已封存】';

/**
 * Text that goes to everybody who works on the report: telephone numbers in it, and the reporter's own name, are taken out.
 * Outside systems write both into the text.
 */
export function withoutIdentity(text: string, { name, phone }: Reporter): string {
  const known = [phone, name].filter((part) => part.trim().length > 1);
  const rid = known.reduce((kept, part) => kept.replaceAll(part.trim(), SEALED_MARK), text);
  return rid.replaceAll(PHONE, SEALED_MARK);
}
