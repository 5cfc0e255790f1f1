import { expect, it } from 'vitest';

import type { Checklist } from '#shared/inspection/checklist.ts';
import { aPhoto, aSha, aSite, EventLog } from '#shared/testing/builders.ts';

import { photoDays, placePhotos } from './photoDays.ts';

const { siteId: _siteId, ...SHOP } = aSite();

it('puts photos together by day and person, the newest first; own checks, others’ and withheld ones are not among them', () => {
  const log = new EventLog();
  const add = (n: number, over: object, data: object = {}) => log.next('photo.added', aPhoto(n, data), over);
  const registered = log.next('site.registered', SHOP);
  const taken = add(5, { wallAt: '2024-03-06T02:00:00.000Z' });
  const events = [
    registered,
    add(1, { wallAt: '2024-03-05T02:00:00.000Z' }),
    add(2, { wallAt: '2024-03-05T03:00:00.000Z' }),
    // In Asia/Shanghai it is the sixth already.
    add(3, { wallAt: '2024-03-05T17:00:00.000Z' }),
    add(4, { wallAt: '2024-03-06T01:00:00.000Z', by: 'li' }),
    add(6, { wallAt: '2024-03-06T01:00:00.000Z' }, { item: 'self-check' }),
    add(7, { wallAt: '2024-03-06T01:00:00.000Z', org: 'other', role: 'other/officer' }),
    taken,
    log.next('log.withheld', { events: [taken._id], reason: '拍错了' }, { stream: taken.stream }),
  ];
  expect(photoDays([...events].reverse())).toEqual([
    { day: '2024-03-06', by: 'li', photos: [aSha(4)] },
    { day: '2024-03-06', by: registered.by, photos: [aSha(3)] },
    { day: '2024-03-05', by: registered.by, photos: [aSha(1), aSha(2)] },
  ]);
});

it('leaves signatures out of what shows the place', () => {
  const checklist = {
    sections: [
      {
        items: [
          { code: 'A1', kind: 'pass_fail' },
          { code: 'S1', kind: 'signature' },
        ],
      },
    ],
  } as unknown as Checklist;
  const row = {
    photos: ['front', 'sign'],
    answers: [
      { item: 'A1', photos: ['front'] },
      { item: 'S1', photos: ['sign'] },
    ],
  };
  expect(placePhotos(row, checklist)).toEqual(['front']);
  expect(placePhotos(row, undefined)).toEqual(['front', 'sign']);
});
