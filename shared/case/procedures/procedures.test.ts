import { describe, expect, it } from 'vitest';

import { A_DEMOLITION } from '../../testing/fileActs.ts';
import {
  HEARING_SCRIPT,
  ORDINARY_SCRIPT,
  SPOT_SCRIPT,
  STRUCTURE_FORCED,
  STRUCTURE_TO_SERVED,
  TO_FILED,
  TO_NOTICE,
  type Step,
} from '../../testing/fileScripts.ts';
import { FileStory } from '../../testing/fileStory.ts';

/** Plays acts after so many days each; every one of them has to take effect. */
function play(story: FileStory, steps: readonly Step[]): FileStory {
  for (const [act, by = 'chen', days = 0] of steps) {
    story.wait(days);
    expect([act, story.do(act, by)]).toEqual([act, { is: 'applied' }]);
  }
  return story;
}

function stageAfter(steps: readonly Step[]): string | undefined {
  return play(new FileStory(), steps).state()?.stage;
}

describe('the ordinary procedure', () => {
  it('goes from clue to archive when the fine is paid and the breach corrected', () => {
    expect(play(new FileStory(), ORDINARY_SCRIPT).state()).toMatchObject({
      stage: 'archived',
      file: { paidFen: 50_000 },
    });
  });

  it('hears, reviews again, urges and goes on to the court', () => {
    expect(stageAfter(HEARING_SCRIPT)).toBe('closed');
  });

  it('takes the report of a hearing from its host, before and after the review, and waits for none', () => {
    const at = HEARING_SCRIPT.findIndex(([act]) => act === 'hearing.reported');
    const held = HEARING_SCRIPT.slice(0, at);
    const [reviewed = ['case.reviewed:pass'], decided = ['case.decided']] = HEARING_SCRIPT.slice(at + 1);
    play(new FileStory(), [...held, reviewed, decided]);
    play(new FileStory(), [...held, reviewed, ['hearing.reported', 'fa'], decided]);
    const story = play(new FileStory(), held);
    expect(story.do('hearing.reported', 'da')).toMatchObject({ is: 'void', reason: 'not_hearing_host', subject: 'fa' });
    expect(story.do('hearing.reported', 'chen')).toMatchObject({ is: 'void', reason: 'wrong_role' });
    const other = play(new FileStory(), held.slice(0, -1));
    expect(other.wait(15).do('hearing.held', 'da', { host: 'ju' })).toEqual({ is: 'applied' });
    expect(other.do('hearing.reported', 'fa')).toMatchObject({ is: 'void', reason: 'not_hearing_host' });
    expect(other.do('hearing.reported', 'ju')).toEqual({ is: 'applied' });
  });

  it('knows no report where nothing was heard', () => {
    const story = play(
      new FileStory(),
      ORDINARY_SCRIPT.slice(
        0,
        ORDINARY_SCRIPT.findIndex(([act]) => act === 'case.decided'),
      ),
    );
    expect(story.do('hearing.reported', 'fa')).toMatchObject({
      is: 'void',
      reason: 'needs_act',
      subject: 'hearing.held',
    });
  });

  it('does not decide while the time for a statement runs, nor urge or go to court before its time', () => {
    const story = play(new FileStory(), [...TO_FILED, ...TO_NOTICE, ['document.issued:D17'], ['document.served:D17']]);
    expect(story.do('case.brought')).toMatchObject({ is: 'void', reason: 'period_running', subject: '2024-03-13' });
    play(story, ORDINARY_SCRIPT.slice(-8, -4));
    expect(story.do('case.approved:urge', 'ju')).toMatchObject({ reason: 'period_running', article: '行政处罚法 §67' });
    play(story, HEARING_SCRIPT.slice(-7, -4));
    expect(story.do('case.courtApplied', 'ju')).toMatchObject({ reason: 'remedy_running', article: '行政强制法 §44' });
  });

  it('ends without a penalty, transferred, terminated, or without being filed', () => {
    const noPenalty: readonly Step[] = [
      ['case.noPenalty', 'ju'],
      ['document.issued:D23'],
      ['document.served:D23'],
      ['case.closed'],
      ['case.archived', 'nei'],
    ];
    expect(stageAfter([...TO_FILED, ...TO_NOTICE.slice(0, 6), ...noPenalty])).toBe('archived');
    expect(stageAfter([...TO_FILED, ['case.transferred', 'ju'], ['case.archived', 'nei']])).toBe('archived');
    const rested: readonly Step[] = [
      ['case.suspended', 'ju'],
      ['case.resumed', 'ju', 9],
      ['case.terminated', 'ju'],
    ];
    expect(stageAfter([...TO_FILED, ...rested])).toBe('terminated');
    expect(stageAfter([...TO_FILED.slice(0, 3), ['case.notFiled', 'wang'], ['case.archived', 'nei']])).toBe('archived');
  });

  it('takes measures with approval and flags them without', () => {
    const story = play(new FileStory(), [...TO_FILED, ['record.made:site']]);
    const article = '行政强制法 §18';
    expect(story.do('measure.taken:register')).toMatchObject({
      is: 'flagged',
      reason: 'measure_not_approved',
      article,
    });
    play(story, [
      ['case.approved:measure', 'ju'],
      ['measure.taken:seizure'],
      ['measure.extended', 'ju', 20],
      ['measure.ended', 'chen', 35],
    ]);
  });

  it('counts a decision made too early as nothing, and the one in time holds', () => {
    const story = play(new FileStory(), [...TO_FILED, ...TO_NOTICE, ['document.issued:D17'], ['document.served:D17']]);
    expect(story.do('case.brought')).toMatchObject({ is: 'void' });
    expect(story.wait(6).do('case.brought')).toEqual({ is: 'applied' });
  });
});

describe('the on-the-spot procedure', () => {
  it('goes from finding to archive', () => {
    expect(stageAfter(SPOT_SCRIPT)).toBe('archived');
  });

  it('is converted into an ordinary file when the party brings new facts', () => {
    const story = play(new FileStory(), SPOT_SCRIPT.slice(0, 2));
    story.do('case.told', 'chen', { objection: 'new_facts' });
    const article = '行政处罚法 §54';
    expect(story.do('document.issued:D21')).toMatchObject({ is: 'void', reason: 'new_facts', article });
    expect(play(story, [['case.converted']]).state()?.stage).toBe('converted');
  });
});

describe('the procedure against illegal structures', () => {
  function served(): FileStory {
    const story = new FileStory();
    story.penalty = A_DEMOLITION;
    story.untilOn = '2024-04-10';
    return play(story, STRUCTURE_TO_SERVED);
  }

  it('goes by urging, announcement and both remedy periods to accepted demolition', () => {
    const story = play(served(), STRUCTURE_FORCED);
    expect(story.state()).toMatchObject({ stage: 'archived', file: { acceptedAreaE2: 8640 } });
  });

  it('does not enforce before both remedy periods are over', () => {
    const story = play(served(), STRUCTURE_FORCED.slice(0, 5)).wait(100);
    const article = '行政强制法 §44';
    expect(story.do('case.enforcementDecided', 'ju')).toMatchObject({ is: 'void', reason: 'remedy_running', article });
  });

  it('ends early when the party demolishes', () => {
    const rest: readonly Step[] = [
      ['structure.demolished:self', 'chen', 3],
      ['structure.accepted', 'wang'],
      ['case.closed', 'nei'],
    ];
    expect(play(served(), rest).state()?.stage).toBe('closed');
  });

  it('flags a demolition before its time, and the building is gone all the same', () => {
    const story = served();
    expect(story.do('structure.demolished:forced')).toMatchObject({ is: 'flagged' });
    expect(story.state()?.stage).toBe('demolished');
  });
});
