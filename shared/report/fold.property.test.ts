import fc from 'fast-check';
import { expect, it } from 'vitest';

import { aReportHistory } from '../testing/reports.ts';

import { foldReport } from './fold.ts';
import { foldReporter } from './reporter.ts';

const EVENTS = aReportHistory();

it('comes to the same whatever the order and however often events arrive', () => {
  fc.assert(
    fc.property(fc.subarray(EVENTS, { minLength: 1 }), fc.array(fc.nat()), (events, picks) => {
      const doubled = [...events, ...picks.flatMap((pick) => events[pick % events.length] ?? [])];
      const shuffled = [...doubled].sort((a, b) => (a.hash < b.hash ? -1 : 1));
      expect(foldReport(shuffled)).toEqual(foldReport(events));
      expect(foldReport([...doubled].reverse())).toEqual(foldReport(events));
    }),
  );
});

it('never throws on what is no event, and never counts a step twice', () => {
  fc.assert(
    fc.property(fc.array(fc.anything()), fc.subarray(EVENTS), (junk, events) => {
      const all = [...junk, ...events] as typeof events;
      const state = foldReport(all);
      foldReporter(all);
      expect(new Set(state?.steps.map(({ event }) => event)).size).toBe(state?.steps.length ?? 0);
    }),
  );
});
