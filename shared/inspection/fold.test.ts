import fc from 'fast-check';
import { expect, it } from 'vitest';

import type { AnyEvent } from '../events/order.ts';
import type { EventData } from '../events/registry.ts';
import {
  aCaseFound,
  anOfficer,
  aSha,
  aSite,
  aUuid,
  EventLog,
  INSPECTION_STREAM,
  isoAt,
  ORG,
} from '../testing/builders.ts';
import { anAnswer } from '../testing/checklists.ts';

import { foldInspection } from './fold.ts';

function submission(overrides: Partial<EventData<'inspection.submitted'>> = {}): EventData<'inspection.submitted'> {
  return {
    checklist: 'small',
    checklistVersion: 1,
    site: aSite(),
    startedAt: isoAt(0),
    submittedAt: isoAt(60),
    officer: anOfficer(),
    answers: [anAnswer('H1', { answer: 'fail', photos: [aSha(1)] })],
    scoreTenths: 940,
    vetoed: false,
    ...overrides,
  };
}

const PHOTO = {
  sha256: aSha(2),
  name: 'a.jpg',
  bytes: 1,
  mime: 'image/jpeg',
  condition: 'ok',
  importedAt: isoAt(1),
  purpose: 'scene',
} as const;

const log = new EventLog();
const first = log.next('inspection.submitted', submission());
const photo = log.next('photo.added', PHOTO, { stream: INSPECTION_STREAM });
const again = log.next('inspection.submitted', submission({ scoreTenths: 0 }));

it('is the first submission with all photos of the stream', () => {
  expect(foldInspection([again, photo, first])).toEqual({
    id: aUuid(2),
    org: ORG,
    by: 'chen',
    event: first._id,
    data: submission(),
    photos: [aSha(1), aSha(2)],
  });
});

it('is unknown until it was submitted, and by events of other streams', () => {
  expect(foldInspection([photo])).toBeUndefined();
  expect(foldInspection([log.next('case.found', aCaseFound())])).toBeUndefined();
});

it('never throws, whatever it is given', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.anything(),
          fc.record({ data: fc.anything() }).map((part) => ({ ...first, ...part })),
        ),
      ),
      (events) => {
        expect(() => foldInspection(events as unknown as AnyEvent[])).not.toThrow();
      },
    ),
  );
});
