import { describe, expect, it } from 'vitest';

import { aSha } from '../../testing/builders.ts';
import { TO_FILED } from '../../testing/fileScripts.ts';
import { fileAfter, type RequirementRow } from '../../testing/requirementRows.ts';
import { serviceOf } from '../attempt.ts';
import type { ServiceSaid } from '../service.ts';

import type { Attempt } from './attempt.ts';
import { requirementOf } from './index.ts';
import { SERVICE_REQUIREMENTS } from './service.ts';

const LEFT = { mode: 'left', refusalReason: '拒绝签收' } as const;
const SLIP = { receivedOn: '2024-03-12', photos: [aSha(1)] } as const;
const POST = { mode: 'post', trackingNo: 'EA123456789CN', ...SLIP } as const;
const NOTICE = { mode: 'announcement', ground: 'whereabouts_unknown', tried: '直接、邮寄均未送达' } as const;
const MAIL = { mode: 'electronic', eAddress: 'a@example.com', photos: [aSha(2)] } as const;

const FILED = fileAfter(TO_FILED);
const AGREED = [{ event: 'e1', at: '', address: '黄石大道1号', eAddress: 'a@example.com' }];
const SIGNED = [{ paper: 'D31', of: 'e1', photos: [aSha(3)] }];

function served(said: ServiceSaid, more: Attempt = {}): Attempt {
  return { ...more, service: serviceOf(said) };
}

const ROWS: readonly RequirementRow[] = [
  ['witness_or_media', 'papers left without proof', served(LEFT), served({ ...LEFT, witness: '社区李主任' })],
  [
    'witness_or_media',
    'no reason',
    served({ mode: 'left', photos: [aSha(1)] }),
    served({ ...LEFT, photos: [aSha(1)] }),
  ],
  ['slip_recorded', 'post without its number', served({ ...POST, trackingNo: '' }), served(POST)],
  ['slip_recorded', 'post without the day on the slip', served({ mode: 'post', trackingNo: 'EA1' }), served(POST)],
  [
    'slip_recorded',
    'nobody named who served',
    served({ mode: 'entrusted', ...SLIP }),
    served({ mode: 'entrusted', through: '大冶市城管执法局', ...SLIP }),
  ],
  [
    'forwarded_recorded',
    'no unit that handed it on',
    served({ mode: 'forwarded', ...SLIP }),
    served({ mode: 'forwarded', through: '黄石市看守所', ...SLIP }),
  ],
  ['electronic_recorded', 'no picture of the arrival', served({ ...MAIL, photos: [] }), served(MAIL)],
  ['announcement_recorded', 'no photo', served(NOTICE), served({ ...NOTICE, photos: [aSha(1)] })],
  [
    'announcement_recorded',
    'nothing tried before',
    served({ ...NOTICE, tried: '', photos: [aSha(1)] }),
    served({ ...NOTICE, photos: [aSha(1)] }),
  ],
  [
    'electronic_agreed',
    'no confirmation',
    served(MAIL, { state: FILED }),
    served(MAIL, { state: { ...FILED, addresses: AGREED, scans: SIGNED } }),
  ],
  [
    'electronic_agreed',
    'one that nobody signed on paper',
    served(MAIL, { state: { ...FILED, addresses: AGREED } }),
    served({ ...MAIL, mode: 'direct' }, { state: FILED }),
  ],
  [
    'electronic_agreed',
    'another address than the agreed one',
    served({ ...MAIL, eAddress: 'b@example.com' }, { state: { ...FILED, addresses: AGREED, scans: SIGNED } }),
    served(MAIL, { state: { ...FILED, addresses: AGREED, scans: SIGNED } }),
  ],
  ['handed_on_the_spot', 'post', served(POST), served({ ...LEFT, photos: [aSha(1)] })],
];

describe('what each way of service needs', () => {
  it.each(ROWS)('%s: not with %s', (name, _broken, against, sound) => {
    const { holds } = requirementOf(name);
    expect([holds(against), holds(sound)]).toEqual([false, true]);
  });

  it('is tested rule by rule', () => {
    expect(new Set(ROWS.map(([name]) => name))).toEqual(new Set(Object.keys(SERVICE_REQUIREMENTS)));
  });

  it('names the record that is missing and its article', () => {
    const { code, article, subject } = requirementOf('slip_recorded');
    expect([code, article, subject?.(served({ ...POST, receivedOn: '' }))]).toEqual([
      'service_record_missing',
      '民事诉讼法 §91',
      'receivedOn',
    ]);
  });
});
