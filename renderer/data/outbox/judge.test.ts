import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { judgeAnswer, type DocumentAnswer } from './judge.ts';

const FORBIDDEN = { error: 'forbidden', name: 'forbidden', reason: 'role: hsg/officer is not held' } as const;

describe('judgeAnswer', () => {
  it('sorts every document by its own answer', () => {
    const answers: DocumentAnswer[] = [
      { id: 'a', ok: true },
      { id: 'b', error: 'conflict', name: 'conflict', status: 409 },
      { id: 'c', ...FORBIDDEN, status: 500 },
      { id: 'd', error: 'internal_server_error', reason: 'timeout' },
    ];
    expect(judgeAnswer(['a', 'b', 'c', 'd', 'e'], answers)).toEqual({
      accepted: ['a'],
      there: ['b'],
      refused: [{ id: 'c', reason: FORBIDDEN.reason }],
      unclear: ['d', 'e'],
    });
  });

  it('blames no document for the trouble of the server', () => {
    for (const error of ['unknown_error', 'timeout', 'internal_server_error', 'nodedown', 'too_many_requests'])
      expect(judgeAnswer(['a'], [{ id: 'a', error, status: 500 }])).toMatchObject({ refused: [], unclear: ['a'] });
  });

  it('puts each record into exactly one list, whatever comes doubled, foreign or not at all', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const kinds: readonly Omit<DocumentAnswer, 'id'>[] = [
      { ok: true },
      { error: 'conflict', status: 409 },
      FORBIDDEN,
      { error: 'unknown_error' },
    ];
    const answer = fc.tuple(fc.constantFrom(...ids, 'x'), fc.constantFrom(...kinds));
    fc.assert(
      fc.property(fc.array(answer), (rows) => {
        const judged = judgeAnswer(
          ids,
          rows.map(([id, kind]) => ({ id, ...kind })),
        );
        const all = [...judged.accepted, ...judged.there, ...judged.refused.map(({ id }) => id), ...judged.unclear];
        expect([...all].sort()).toEqual(ids);
      }),
    );
  });
});
