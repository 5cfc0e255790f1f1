import { describe, expect, it } from 'vitest';

import type { EventData } from '../events/registry.ts';
import { anOfficer, anIssued, aRecheck, aSecond, aServed, aSha } from '../testing/builders.ts';
import { folded, issuedCase, verdictOn } from '../testing/cases.ts';
import { TO_FILED, TO_NOTICE, type Step } from '../testing/fileScripts.ts';
import { FileStory } from '../testing/fileStory.ts';

import { clockOf, runningClocks } from './clocks.ts';
import { RULES_VERSION } from './procedures/versions.ts';
import { effectiveOn } from './service.ts';
import type { CaseState } from './state.ts';

const NOW = { rules: RULES_VERSION };
/** Written on a Monday, after whatever it tells of. */
const LATER = { ...NOW, wallAt: '2024-03-11T09:00:00.000Z' };
const NOTIFIED: readonly Step[] = [...TO_FILED, ...TO_NOTICE, ['document.issued:D17']];
const ANNOUNCED: Partial<EventData<'document.served'>> = {
  mode: 'announcement',
  ground: 'whereabouts_unknown',
  tried: '直接、邮寄均未送达',
  photos: [aSha(5)],
  place: '区政府公告栏',
};

/** Told on Friday 2024-03-08; `how` the notice was served, the rest after so many days each. */
function told(how: Record<string, unknown>, ...more: readonly Step[]): CaseState {
  const story = new FileStory();
  for (const [act, by, days = 0] of NOTIFIED) story.wait(days).add(act, by);
  story.add('document.served:D17', 'chen', how);
  for (const [act, by, days = 0] of more) story.wait(days).add(act, by);
  const state = story.state();
  if (state === undefined) throw new Error('not open');
  return state;
}

describe('the day on which a paper counts as served', () => {
  it('is thirty days after an announcement, and the day itself otherwise', () => {
    expect(effectiveOn({ on: '2025-03-10', isAnnounced: true })).toBe('2025-04-09');
    expect(effectiveOn({ on: '2025-03-10', isAnnounced: false })).toBe('2025-03-10');
  });

  it('starts the periods of the party: the thirty days run first', () => {
    const state = told(ANNOUNCED);
    expect(clockOf(state, 'publicService')).toMatchObject({ startOn: '2024-03-08', dueOn: '2024-04-07' }); // 调休: a Sunday that is worked
    expect(clockOf(state, 'stmt')).toMatchObject({ startOn: '2024-04-07', dueOn: '2024-04-10' });
    const ids = (todayOn: string): readonly string[] => runningClocks(state, todayOn).map(({ id }) => id);
    expect([ids('2024-04-07').includes('publicService'), ids('2024-04-08').includes('publicService')]).toEqual([
      true,
      false,
    ]);
  });

  it('is the day on the slip for post, whenever that was noted', () => {
    const story: Step = ['photo.added', 'chen', 3];
    const post = { mode: 'post', trackingNo: 'EA1', receivedOn: '2024-03-07', photos: [aSha(6)] };
    expect(clockOf(told(post, story), 'stmt')).toMatchObject({ startOn: '2024-03-07', dueOn: '2024-03-12' });
  });
});

describe('a file whose notice was announced', () => {
  it('goes on by no decision before the thirty days are over', () => {
    const early = told(ANNOUNCED, ['case.brought', 'chen', 10]);
    expect(early.timeline.at(-1)?.verdict).toMatchObject({ is: 'void', reason: 'announcement_running' });
    const late = told(ANNOUNCED, ['case.brought', 'chen', 40]);
    expect(late.stage).toBe('deliberation');
  });

  it('goes on at once when the party is found and handed the paper', () => {
    const state = told(ANNOUNCED, ['document.served:D17', 'chen', 2], ['case.brought', 'chen', 6]);
    expect(state.documents[0]?.served?.mode).toBe('direct');
    expect(state.stage).toBe('deliberation');
  });
});

describe('a correction notice', () => {
  it('that was served later than it is dated runs from the day of service, as it says itself', () => {
    const { log, events } = issuedCase();
    const on = (servedAt: string, rules: number): string | undefined => {
      const served = log.next('document.served', aServed({ servedAt }), { ...LATER, rules });
      return folded([...events, served]).dueOn;
    };
    expect(on('2024-03-04T09:00:00.000Z', RULES_VERSION)).toBe('2024-03-07'); // the day that is printed
    expect(on('2024-03-08T02:00:00.000Z', RULES_VERSION)).toBe('2024-03-13'); // three working days after a Friday
    expect(on('2024-03-08T02:00:00.000Z', 4)).toBe('2024-03-07'); // as it was judged then
  });

  it('that is due on a named day stays due on that day', () => {
    const { log, events } = issuedCase();
    const [found, granted] = events;
    if (found === undefined || granted === undefined) throw new Error('no case');
    const named = log.next('document.issued', anIssued({ deadline: { by: 'date', dueOn: '2024-03-20' } }), NOW);
    const served = log.next('document.served', aServed({ servedAt: '2024-03-08T02:00:00.000Z' }), LATER);
    expect(folded([found, granted, named, served]).dueOn).toBe('2024-03-20');
  });

  it('served at an hour that has not come is flagged', () => {
    const { log, events } = issuedCase();
    const served = log.next('document.served', aServed({ servedAt: '2024-03-12T02:00:00.000Z' }), LATER);
    expect(verdictOn(folded([...events, served]), served)).toMatchObject({ is: 'flagged', reason: 'in_future' });
  });

  it('that was announced is looked at again when it counts as served', () => {
    const { log, events } = issuedCase();
    const served = log.next('document.served', aServed(ANNOUNCED));
    const early = log.next('case.rechecked', aRecheck());
    expect(verdictOn(folded([...events, served, early]), early)).toMatchObject({ reason: 'recheck_before_service' });
    const late = log.next('case.rechecked', aRecheck({ recheckedAt: '2024-04-10T02:00:00.000Z' }));
    expect(folded([...events, served, late]).stage).toBe('fixed');
  });

  it('sent to an electronic address that nobody agreed to is flagged; signed consent makes it sound', () => {
    const { log, events } = issuedCase();
    const mail: Partial<EventData<'document.served'>> & { readonly eAddress: string } = {
      mode: 'electronic',
      eAddress: 'a@example.com',
      photos: [aSha(7)],
    };
    const alone = log.next('document.served', aServed(mail), LATER);
    expect(verdictOn(folded([...events, alone]), alone)).toMatchObject({ reason: 'no_electronic_consent' });
    const { log: second, events: before } = issuedCase();
    const consent = second.next(
      'service.addressConfirmed',
      {
        ...{ at: '2024-03-04T02:00:00.000Z', receiver: '王芳', address: '黄石大道1号', electronic: true },
        ...{ eAddress: mail.eAddress, officer: anOfficer(), second: aSecond() },
      },
      NOW,
    );
    const scan = second.next(
      'paper.scanned',
      {
        ...{ at: '2024-03-04T03:00:00.000Z', paper: 'D31', of: consent._id, photos: [aSha(8)] },
      },
      NOW,
    );
    const served = second.next('document.served', aServed(mail), LATER);
    expect(verdictOn(folded([...before, consent, scan, served]), served)).toEqual({ is: 'applied' });
  });
});
