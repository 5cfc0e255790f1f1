import { describe, expect, it } from 'vitest';

import { A_DEMOLITION } from '../../testing/fileActs.ts';
import { HEARING_SCRIPT, STRUCTURE_TO_SERVED, TO_FILED, TO_NOTICE, type Step } from '../../testing/fileScripts.ts';
import { FileStory } from '../../testing/fileStory.ts';

const MEASURE: readonly Step[] = [...TO_FILED, ['record.made:site'], ['case.approved:measure', 'ju']];
const SERVED = HEARING_SCRIPT.slice(
  0,
  HEARING_SCRIPT.findIndex(([act]) => act === 'case.approved:urge'),
);
const URGED = HEARING_SCRIPT.slice(
  0,
  HEARING_SCRIPT.findIndex(([act]) => act === 'case.courtApplied'),
);

/** Plays acts after so many days each; every one of them has to take effect. */
function play(steps: readonly Step[], story = new FileStory()): FileStory {
  for (const [act, by = 'chen', days = 0] of steps)
    expect([act, story.wait(days).do(act, by)]).toEqual([act, { is: 'applied' }]);
  return story;
}

describe('the documents of a file', () => {
  it('gives each measure its paper, and its end another one', () => {
    const story = play([...MEASURE, ['measure.taken:seizure'], ['document.issued:D11'], ['document.served:D11']]);
    expect(story.do('document.issued:D11')).toMatchObject({ is: 'void', reason: 'no_measure_for_paper' });
    expect(story.do('document.issued:D12')).toMatchObject({ is: 'void', reason: 'no_measure_for_paper' });
    play([['measure.ended', 'chen', 3], ['document.issued:D12'], ['document.served:D12']], story);
    const papers = story.state()?.documents.map(({ kind, measure }) => [kind, measure]);
    const { id } = story.state()?.file?.measures[0] ?? {};
    expect(papers).toEqual([
      ['D11', id],
      ['D12', id],
    ]);
  });

  it('makes no decision of a seizure without basis or approval, nor of one that has ended', () => {
    const story = play([...TO_FILED, ['record.made:site']]);
    story.do('measure.taken:seizure');
    expect(story.do('document.issued:D11')).toMatchObject({ is: 'void', reason: 'measure_not_approved' });
    play([['case.approved:measure', 'ju']], story);
    story.do('measure.ended');
    expect(story.do('document.issued:D11')).toMatchObject({ is: 'void', reason: 'no_measure_for_paper' });
  });

  it('registers evidence only with approval, and after seven working days only gives it back', () => {
    const story = play([...TO_FILED, ['record.made:site']]);
    story.do('measure.taken:register', 'chen', { urgent: true });
    const article = '行政处罚法 §56';
    expect(story.do('document.issued:D09')).toMatchObject({ is: 'void', reason: 'measure_not_approved', article });
    play([['case.approved:measure', 'ju'], ['document.issued:D09'], ['document.served:D09']], story);
    story.wait(14).do('measure.ended', 'chen', { result: 'seized' });
    expect(story.do('document.issued:D10')).toMatchObject({ is: 'void', reason: 'handled_late', article });
  });

  it('tells what became of registered evidence', () => {
    const told = play([
      ...MEASURE,
      ['measure.taken:register'],
      ['document.issued:D09'],
      ['measure.ended', 'chen', 2],
      ['document.issued:D10'],
      ['document.served:D10'],
    ]);
    expect(told.state()?.documents.map(({ kind }) => kind)).toEqual(['D09', 'D10']);
  });

  it('seals a building site once the government has ordered it', () => {
    const story = new FileStory();
    story.penalty = A_DEMOLITION;
    play(
      [
        ...STRUCTURE_TO_SERVED.slice(0, 4),
        ['government.ordered:site_seal'],
        ['measure.taken:site_seal'],
        ['document.issued:D11'],
        ['document.served:D11'],
      ],
      story,
    );
    expect(story.state()?.documents.map(({ kind }) => kind)).toEqual(['D06', 'D11']);
  });

  it('calls people in, as often as it takes', () => {
    const called = play([
      ...TO_FILED,
      ['document.issued:D04'],
      ['document.served:D04'],
      ['document.issued:D04', 'chen', 3],
    ]);
    expect(called.state()?.documents).toHaveLength(2);
  });

  it('tells of a hearing seven working days before', () => {
    const called = HEARING_SCRIPT.slice(
      0,
      HEARING_SCRIPT.findIndex(([act]) => act === 'hearing.held'),
    );
    play([...called, ['document.issued:D19'], ['document.served:D19']]);
    const late = play(called).wait(9).do('document.issued:D19');
    expect(late).toMatchObject({ is: 'void', reason: 'hearing_notice_short', article: '行政处罚法 §64' });
  });

  it('tells how to pay, and of each deferral once', () => {
    const story = play([...SERVED, ['document.issued:D33'], ['document.served:D33']]);
    expect(story.do('document.issued:D32')).toMatchObject({ is: 'void', reason: 'needs_act' });
    play([['case.approved:defer', 'ju'], ['document.issued:D32'], ['document.served:D32']], story);
    expect(story.do('document.issued:D32')).toMatchObject({ is: 'void', reason: 'issued_already' });
    play([['case.approved:defer', 'ju', 5], ['document.issued:D32']], story);
  });

  it('asks for no fine that is paid, and for none but the one that was decided', () => {
    const story = play(SERVED);
    const other = { ...story.penalty, fineFen: story.penalty.fineFen + 100 };
    expect(story.do('document.issued:D33', 'chen', { penalty: other })).toMatchObject({ reason: 'not_as_decided' });
    play([['payment.entered', 'nei']], story);
    expect(story.do('document.issued:D33')).toMatchObject({ is: 'void', reason: 'paid_already' });
  });

  it('applies to the court once urged and within the three months', () => {
    const story = play(URGED);
    expect(story.do('document.issued:D28')).toMatchObject({ is: 'void', reason: 'wrong_stage' });
    play([['case.courtApplied', 'ju', 200], ['document.issued:D28']], story);
    const late = play([...URGED, ['case.courtApplied', 'ju', 200]])
      .wait(90)
      .do('document.issued:D28');
    expect(late).toMatchObject({ is: 'void', reason: 'period_over', article: '行政强制法 §53' });
  });

  it('performs in place of the party only after urging, and days later', () => {
    const story = play(URGED);
    expect(story.do('document.issued:D29')).toMatchObject({ is: 'void', reason: 'period_running' });
    play([['document.issued:D29', 'chen', 16], ['document.served:D29']], story);
    const startAt = new Date(Date.parse('2024-05-06T02:00:00Z')).toISOString();
    const soon = play(URGED).wait(16);
    expect(soon.do('document.issued:D29', 'chen', { startAt })).toMatchObject({ reason: 'substitute_too_early' });
    soon.do('case.rechecked:fixed');
    expect(soon.do('document.issued:D29')).toMatchObject({ is: 'void', reason: 'corrected_already' });
  });

  it('writes to whom a case is transferred', () => {
    const transferred: readonly Step[] = [
      ['case.transferred', 'ju'],
      ['document.issued:D34'],
      ['case.archived', 'nei'],
    ];
    play([...TO_FILED, ...transferred]);
    const story = play([...TO_FILED, ...TO_NOTICE]);
    expect(story.do('document.issued:D34')).toMatchObject({ is: 'void', reason: 'wrong_stage' });
  });
});
