import type { SeededRandom } from '../../fixtures/random.ts';

import type { Asked, Fault } from './fault.ts';

type Kind = Fault['is'] | 'status' | 'falseYes' | 'fewNodes';

/** How bad the network is: how many requests in a hundred meet a fault, and which kinds there are. */
export type Weather = { readonly percent: number; readonly kinds: readonly Kind[] };

const ALL: readonly Kind[] = [
  'latency',
  'refuse',
  'cutRequest',
  'loseAnswer',
  'cutAnswer',
  'truncate',
  'answerTwice',
  'requestTwice',
  'wrongLength',
  'dribble',
  'halfOpen',
  'portal',
  'status',
  'falseYes',
  'fewNodes',
];

/** What servers and proxies answer instead of working; a lockout is CouchDB's. */
const STATUSES: readonly (readonly [
  status: number,
  error: string,
  reason: string,
  headers?: Record<string, string>,
])[] = [
  [401, 'unauthorized', 'Name or password is incorrect.'],
  [403, 'forbidden', 'You are not allowed to access this db.'],
  [403, 'forbidden', 'Account is temporarily locked due to multiple authentication failures'],
  [409, 'conflict', 'Document update conflict.'],
  [413, 'too_large', 'the request entity is too large'],
  [429, 'too_many_requests', 'slow down', { 'retry-after': '1' }],
  [500, 'internal_server_error', 'badmatch'],
  [502, 'bad_gateway', 'no upstream'],
  [503, 'service_unavailable', 'overloaded', { 'retry-after': '1' }],
];

/** Draws the weather of a run: from a little of everything to one kind of fault over and over. */
export function drawWeather(random: SeededRandom): Weather {
  const percent = random.pick([10, 25, 50, 80]);
  if (random.chance(50)) return { percent, kinds: ALL };
  return { percent, kinds: [random.pick(ALL), random.pick(ALL)] };
}

/** Draws what one request meets. */
export function drawFault(random: SeededRandom, { percent, kinds }: Weather, { path }: Pick<Asked, 'path'>): Fault {
  if (!random.chance(percent)) return { is: 'none' };
  const share = random.below(1000) / 1000;
  const kind = random.pick(kinds);
  switch (kind) {
    case 'latency':
      return { is: kind, ms: 20 + random.below(400) };
    case 'cutRequest':
    case 'truncate':
      return { is: kind, share };
    case 'cutAnswer':
      return { is: kind, share, part: random.pick(['head', 'body']), reset: random.chance(50) };
    case 'wrongLength':
      return { is: kind, by: random.pick([-1, 1]) * (1 + random.below(64)) };
    case 'dribble':
      return { is: kind, pieces: 4 + random.below(12), everyMs: 5 + random.below(40) };
    case 'portal':
      return { is: kind, redirects: random.chance(50) };
    case 'status': {
      const [status, error, reason, headers = {}] = random.pick(STATUSES);
      return { is: 'answer', status, json: { error, reason }, headers };
    }
    // Somebody's gateway says yes to records that it never handed on. Not to a lease: a 201 there is a promise.
    case 'falseYes':
      return path.endsWith('/_bulk_docs') ? { is: 'answer', status: 201, json: [] } : { is: 'none' };
    // A cluster that is not whole: stored, but on too few nodes to rely on.
    case 'fewNodes':
      return { is: 'change', change: (status, text) => ({ status: status === 201 ? 202 : status, text }) };
    case 'refuse':
    case 'loseAnswer':
    case 'answerTwice':
    case 'requestTwice':
    case 'halfOpen':
      return { is: kind };
    default:
      return { is: 'none' };
  }
}
