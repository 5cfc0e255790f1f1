import { describe, expect, it } from 'vitest';

import type { CaseRow } from '#renderer/data/tables.ts';
import { chinaDateOf } from '#shared/kernel/chinaTime.ts';
import { ORG } from '#shared/testing/builders.ts';
import {
  ORDINARY_SCRIPT,
  SPOT_SCRIPT,
  STRUCTURE_FORCED,
  STRUCTURE_TO_SERVED,
  type Step,
} from '#shared/testing/fileScripts.ts';
import { FileStory, STAFF, type Account } from '#shared/testing/fileStory.ts';

import { entriesOf } from './entry.ts';
import { dueOf } from './nextDue.ts';
import { waitsFor, type Reader } from './waits.ts';

const PEOPLE = ['chen', 'wang', 'fa', 'da', 'ju', 'nei'] as const;

function readerOf(user: Account, nowMs: number): Reader {
  return { user, role: STAFF[user], org: ORG, nowMs, today: chinaDateOf(nowMs) };
}

function rowOf(story: FileStory): CaseRow {
  const state = story.state();
  if (state === undefined) throw new Error('not open');
  return { ...state, db: 'org', siteName: state.site.name, receipts: [] };
}

/** After each act: the stage and for whom the file waits. */
function courseOf(script: readonly Step[]): readonly string[] {
  const story = new FileStory();
  return script.map(([act, by, days = 0]) => {
    story.wait(days).add(act, by);
    const row = rowOf(story);
    const waiting = PEOPLE.filter((user) => waitsFor(row, readerOf(user, story.nowMs)));
    return `${act} → ${row.stage}: ${waiting.join(' ')}`;
  });
}

describe('for whom a file waits', () => {
  it('follows the ordinary procedure from desk to desk', () => {
    expect(courseOf(ORDINARY_SCRIPT)).toMatchInlineSnapshot(`
      [
        "case.opened:ordinary → clue: wang",
        "photo.added → clue: wang",
        "case.assigned → verifying: ju",
        "case.filed → filed: chen wang",
        "record.made:site → investigating: chen wang",
        "party.identified → investigating: chen wang",
        "record.made:inquiry → investigating: chen wang",
        "case.investigated → investigated: wang",
        "case.submitted → legal_review: fa",
        "case.reviewed:pass → passed: da ju",
        "case.approved:notice → notice_approved: chen wang",
        "document.issued:D17 → notice_issued: chen wang",
        "document.served:D17 → notice_issued: ",
        "case.brought → deliberation: ju",
        "case.decided → decided: chen wang",
        "document.issued:D22 → decided: chen wang",
        "document.served:D22 → served: chen wang",
        "payment.entered → served: chen wang",
        "case.rechecked:fixed → served: chen wang nei",
        "case.closed → closed: nei",
        "case.archived → archived: ",
      ]
    `);
  });

  it('follows the procedure on the spot', () => {
    expect(courseOf(SPOT_SCRIPT)).toMatchInlineSnapshot(`
      [
        "case.opened:spot → spot_draft: chen wang",
        "photo.added → spot_draft: chen wang",
        "case.told → spot_draft: chen wang",
        "document.issued:D21 → spot_issued: chen wang",
        "document.served:D21 → spot_delivered: chen wang",
        "case.acknowledged → reported: chen wang",
        "payment.entered → reported: chen wang",
        "case.rechecked:fixed → reported: chen wang nei",
        "case.closed → closed: nei",
        "case.archived → archived: ",
      ]
    `);
  });

  it('follows an illegal structure', () => {
    expect(courseOf([...STRUCTURE_TO_SERVED, ...STRUCTURE_FORCED])).toMatchInlineSnapshot(`
      [
        "case.opened:structure → found: chen wang",
        "photo.added → found: chen wang ju",
        "document.issued:D06 → found: chen wang ju",
        "document.served:D06 → stop_ordered: ju",
        "case.filed → filed: chen wang",
        "structure.measured → filed: chen wang",
        "structure.identified → identified: chen wang",
        "record.made:site → investigating: chen wang",
        "party.identified → investigating: chen wang",
        "record.made:inquiry → investigating: chen wang",
        "case.investigated → investigated: wang",
        "case.submitted → legal_review: fa",
        "case.reviewed:pass → passed: da ju",
        "case.approved:notice → notice_approved: chen wang",
        "document.issued:D17 → notice_issued: chen wang",
        "document.served:D17 → notice_issued: ",
        "case.brought → deliberation: ju",
        "case.decided → decided: chen wang",
        "document.issued:D24 → decided: chen wang",
        "document.served:D24 → served: chen wang ju",
        "case.approved:urge → served: chen wang",
        "document.issued:D25 → served: chen wang",
        "document.served:D25 → urged: chen wang",
        "document.issued:D26 → urged: chen wang",
        "document.posted:D26 → urged: ",
        "case.enforcementDecided → enforcement_decided: chen wang",
        "document.issued:D27 → enforcement_decided: chen wang",
        "document.served:D27 → enforcement_decided: chen wang",
        "government.ordered:demolition → gov_ordered: ",
        "demolition.scheduled → gov_ordered: ",
        "structure.demolished:forced → demolished: wang da ju",
        "structure.accepted → accepted: chen wang nei",
        "case.closed → closed: nei",
        "case.archived → archived: ",
      ]
    `);
  });

  it('waits for nobody elsewhere', () => {
    const story = new FileStory();
    story.add('case.opened:ordinary', 'zhou');
    const reader = readerOf('wang', story.nowMs);
    expect(waitsFor(rowOf(story), reader)).toBe(true);
    expect(waitsFor(rowOf(story), { ...reader, org: 'other' })).toBe(false);
  });
});

describe('what is due next in a file', () => {
  it('is the period the agency has to keep, and is counted anew when something is written', () => {
    const story = new FileStory();
    story.add('case.opened:ordinary', 'zhou');
    const due = dueOf(rowOf(story), chinaDateOf(story.nowMs));
    expect(due).toEqual({ id: 'verifyClue', dueOn: '2024-03-25' });
    const [entry] = entriesOf([rowOf(story)], readerOf('wang', story.nowMs));
    expect(entry).toMatchObject({ isRunning: true, nextOn: '2024-03-25' });
    const elsewhere = entriesOf([rowOf(story)], { ...readerOf('wang', story.nowMs), org: 'other' });
    expect(elsewhere[0]).toMatchObject({ isRunning: false, nextOn: undefined });
    story.add('photo.added');
    story.add('case.assigned', 'wang');
    story.add('case.filed', 'ju');
    expect(dueOf(rowOf(story), chinaDateOf(story.nowMs))?.id).toBe('decide');
  });
});
