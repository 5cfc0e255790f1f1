import { describe, expect, it } from 'vitest';

import { EVENT_TYPES } from '../events/registry.ts';
import { A_DEMOLITION } from '../testing/fileActs.ts';
import { ORDINARY_SCRIPT, STRUCTURE_TO_SERVED, TO_FILED, TO_NOTICE, type Step } from '../testing/fileScripts.ts';
import { FileStory } from '../testing/fileStory.ts';

function storyOf(steps: readonly Step[]): FileStory {
  const story = new FileStory();
  for (const [act, by, days = 0] of steps) story.wait(days).add(act, by);
  return story;
}

const NOTIFIED: readonly Step[] = [...TO_FILED, ...TO_NOTICE, ['document.issued:D17'], ['document.served:D17']];
const SERVED = ORDINARY_SCRIPT.slice(0, -4);
const PAID = ORDINARY_SCRIPT.slice(0, -2);

describe('a recusal', () => {
  it('is decided by the head of the agency, after somebody asked for it', () => {
    const story = storyOf(TO_FILED);
    expect(story.do('recusal.decided', 'ju')).toMatchObject({ is: 'void', reason: 'needs_act' });
    expect(story.do('recusal.requested')).toEqual({ is: 'applied' });
    expect(story.do('recusal.decided', 'wang')).toMatchObject({ is: 'void', reason: 'wrong_role' });
    expect(story.do('recusal.decided', 'ju')).toEqual({ is: 'applied' });
  });

  it('once granted keeps that officer out of every step, with its article', () => {
    const story = storyOf([...TO_FILED, ['recusal.requested']]);
    story.do('recusal.decided', 'ju', { granted: true });
    const article = '行政处罚法 §43';
    expect(story.do('record.made:site')).toMatchObject({ is: 'flagged', reason: 'recused', article, subject: 'li' });
  });
});

describe('a remedy of the party', () => {
  it('is a fact at any time after the decision and keeps the file from closing while it is pending', () => {
    const story = storyOf(PAID);
    expect(story.do('remedy.filed', 'nei')).toEqual({ is: 'applied' });
    const article = '行政强制法 §44';
    expect(story.do('case.closed', 'nei')).toMatchObject({ is: 'void', reason: 'remedy_pending', article });
    expect(story.wait(30).do('remedy.ended', 'nei')).toEqual({ is: 'applied' });
    expect(story.do('case.closed', 'nei')).toEqual({ is: 'applied' });
  });

  it('does not suspend the decision: the fine is paid meanwhile', () => {
    const story = storyOf([...SERVED, ['remedy.filed', 'nei']]);
    expect(story.do('payment.entered', 'nei')).toEqual({ is: 'applied' });
  });

  it('finds no more evidence gathered: a record after the decision is flagged', () => {
    const story = storyOf([...SERVED, ['remedy.filed', 'nei']]);
    expect(story.do('record.made:inquiry')).toMatchObject({ is: 'flagged', reason: 'wrong_stage' });
  });

  it('may end in a revocation, and the file with it', () => {
    const story = storyOf([...SERVED, ['remedy.filed', 'nei'], ['remedy.ended', 'nei', 40]]);
    expect(story.do('case.revoked', 'ju')).toEqual({ is: 'applied' });
    expect(story.state()?.stage).toBe('revoked');
  });
});

describe('what the law leaves to others', () => {
  it('an order to demolish has no way to the court', () => {
    const story = new FileStory();
    story.penalty = A_DEMOLITION;
    story.untilOn = '2024-04-10';
    for (const [act, by, days = 0] of STRUCTURE_TO_SERVED) story.wait(days).add(act, by);
    expect(story.wait(300).do('case.courtApplied', 'ju')).toMatchObject({ is: 'void', reason: 'not_in_procedure' });
  });

  it('a seizure is extended within its thirty days and not after them', () => {
    const seized: readonly Step[] = [...TO_FILED, ['case.approved:measure', 'ju'], ['measure.taken:seizure']];
    const late = storyOf(seized).wait(31);
    const article = '行政强制法 §25';
    expect(late.do('measure.extended', 'ju')).toMatchObject({ is: 'void', reason: 'period_over', article });
    expect(storyOf(seized).wait(29).do('measure.extended', 'ju')).toEqual({ is: 'applied' });
  });
});

describe('the time for a statement', () => {
  it('need not be waited for once it was given up in writing', () => {
    const story = storyOf(NOTIFIED);
    expect(story.do('case.brought')).toMatchObject({ reason: 'period_running' });
    expect(story.do('statement.waived:statement')).toEqual({ is: 'applied' });
    expect(story.do('case.brought')).toEqual({ is: 'applied' });
  });

  it('lets a new notice be approved when the penalty is to be heavier', () => {
    const story = storyOf([...NOTIFIED, ['case.brought', 'chen', 6]]);
    story.penalty = { ...story.penalty, fineFen: 60_000 };
    expect(story.do('case.decided', 'ju')).toMatchObject({ is: 'void', reason: 'above_notified' });
    expect(story.do('case.approved:notice', 'da')).toEqual({ is: 'applied' });
    expect(story.do('document.issued:D17')).toEqual({ is: 'applied' });
    expect(story.do('document.served:D17')).toEqual({ is: 'applied' });
    expect(story.wait(6).do('case.brought')).toEqual({ is: 'applied' });
    expect(story.do('case.decided', 'ju')).toEqual({ is: 'applied' });
  });
});

describe('what no calendar has', () => {
  it('a hearing in the thirteenth month is refused, and nothing throws', () => {
    const story = storyOf([
      ...TO_FILED,
      ...TO_NOTICE,
      ['document.issued:D18'],
      ['document.served:D18'],
      ['hearing.requested', 'chen', 2],
    ]);
    const heldAt = '2024-13-45T01:00:00.000Z';
    expect(story.do('hearing.called', 'da', { heldAt })).toMatchObject({ is: 'void', reason: 'hearing_notice_short' });
    expect(story.state()?.file?.hearing).toBeUndefined();
  });

  it('a demolition at such an hour has no hour to judge, and nothing throws', () => {
    const story = storyOf(STRUCTURE_TO_SERVED);
    const startAt = '2024-13-45T01:00:00.000Z';
    expect(story.do('demolition.scheduled', 'ju', { startAt })).toMatchObject({ is: 'void', reason: 'wrong_stage' });
  });

  it('a deferral of more days than there are dates is no act at all', () => {
    const approved = (days: number): boolean =>
      EVENT_TYPES['case.approved'].safeParse({ what: 'defer', text: '同意。', days }).success;
    expect([approved(1095), approved(1096), approved(Number.MAX_SAFE_INTEGER)]).toEqual([true, false, false]);
  });
});
