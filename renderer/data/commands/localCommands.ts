import { countDeadline } from '#shared/kernel/days.ts';

import type { Handlers } from '../dispatch.ts';
import { withDeadline } from '../store/deadline.ts';
import { dismissReport } from '../store/rescue.ts';
import { assertRoom } from '../store/room.ts';
import type { DraftRow } from '../tables.ts';

import { authorFor, todayOn } from './author.ts';

type Names = 'draft.save' | 'draft.discard' | 'draft.newId' | 'notice.deadline' | 'catalogue.read' | 'rescue.dismiss';

/** Drafts, and what screens ask of clock, calendar and catalogue. */
export const LOCAL_COMMANDS: Pick<Handlers, Names> = {
  'draft.save': async (ctx, { id, kind, content }) => {
    const author = authorFor(ctx);
    if (!author.ok) return author;
    await assertRoom(ctx.port, 'record');
    const savedAt = ctx.clock.nowIso();
    const row: DraftRow = { id, kind, by: author.value.user, updatedAt: savedAt, content };
    await ctx.port.call('journal.append', { entries: [{ kind: 'draft', key: id, body: row }] });
    await withDeadline('draft.save', ctx.db.drafts.put(row));
    return { ok: true, value: { savedAt } };
  },
  'draft.discard': async (ctx, { id }) => {
    await withDeadline('draft.discard', ctx.db.drafts.delete(id));
    await ctx.port.call('journal.drop', { entries: [{ kind: 'draft', key: id }] });
    return { ok: true, value: {} };
  },
  'draft.newId': (ctx) =>
    Promise.resolve({ ok: true, value: { id: ctx.random.uuid('draft', ctx.clock.nowMs()), now: ctx.clock.nowIso() } }),
  'notice.deadline': (ctx, { count, unit, from }) => {
    const counted = countDeadline(from ?? todayOn(ctx), { count, unit }, ctx.catalogue.calendar);
    return Promise.resolve({ ok: true, value: { dueOn: counted.dueOn, calendarKnown: counted.calendarKnown } });
  },
  'catalogue.read': (ctx) => Promise.resolve({ ok: true, value: ctx.catalogue }),
  'rescue.dismiss': async (ctx) => {
    await dismissReport(ctx);
    return { ok: true, value: {} };
  },
};
