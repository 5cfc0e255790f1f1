import type { Reporter } from '#shared/events/reportEvents.ts';
import { withoutIdentity } from '#shared/report/reporter.ts';

import type { ReportInput } from '../reportProtocol.ts';
import type { NewEvent } from '../store/commit.ts';

/** True when it says anything at all of who it was. */
export function isNamed({ name, phone }: Reporter): boolean {
  return name.trim() !== '' || phone.trim() !== '';
}

/** The event that says who reported, under seal. */
export function reporterEvent(reportId: string, org: string, reporter: Reporter): NewEvent {
  return { type: 'reporter.named', stream: `reporter:${reportId}`, ownerOrg: org, data: reporter };
}

/** What is written for everybody: without numbers and without the reporter's name. */
export function sealedText<T extends ReportInput>(data: T, reporter: Reporter = { name: '', phone: '' }): T {
  const rid = (text: string): string => withoutIdentity(text, reporter);
  return {
    ...data,
    text: rid(data.text).slice(0, 2000),
    place: { ...data.place, address: rid(data.place.address).slice(0, 200) },
    ...(data.wish !== undefined && { wish: rid(data.wish).slice(0, 1000) }),
  };
}
