import { userCardField } from '#shared/access/directory.ts';
import type { EventType } from '#shared/events/registry.ts';
import { checklistsFor } from '#shared/inspection/choose.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { isFor } from '#shared/task/turn.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import type { CommandAnswer, CommandError, CommandInput, CommandResults } from '../protocol.ts';
import type { Profile } from '../session/session.ts';
import { commitEvents } from '../store/commit.ts';
import type { TaskRow } from '../tables.ts';

import { authorFor } from './author.ts';

type Names = 'task.plan' | 'task.reassign' | 'task.handOver' | 'task.receive' | 'task.end';

/** Patrol plans and what goes from one shift to the next. */
export const TASK_COMMANDS: Pick<Handlers, Names> = {
  'task.plan': (ctx, input) => ctx.writing.run(() => plan(ctx, input)),
  'task.reassign': (ctx, { taskId, ...data }) =>
    ctx.writing.run(async () => {
      const task = await runningTask(ctx, taskId, 'task.reassigned');
      if (!task.ok) return task;
      const { author } = task.value;
      const stranger = await strangerAmong(ctx, data.assignees, author.org);
      if (stranger !== undefined) return refuse('unknown_colleague', { subject: stranger });
      if (data.assignees.length === 0 && data.team === undefined) return refuse('nobody_assigned');
      await commitEvents(ctx, author, [
        { type: 'task.reassigned', stream: `task:${taskId}`, ownerOrg: author.org, data },
      ]);
      return { ok: true, value: {} };
    }),
  'task.handOver': (ctx, input) => ctx.writing.run(() => handOver(ctx, input)),
  'task.receive': (ctx, input) => ctx.writing.run(() => receive(ctx, input)),
  'task.end': (ctx, { taskId, as, reason }) =>
    ctx.writing.run(async () => {
      const type = as === 'done' ? 'task.done' : 'task.cancelled';
      const task = await runningTask(ctx, taskId, type);
      if (!task.ok) return task;
      const { author } = task.value;
      await commitEvents(ctx, author, [{ type, stream: `task:${taskId}`, ownerOrg: author.org, data: { reason } }]);
      return { ok: true, value: {} };
    }),
};

async function plan(
  ctx: Context,
  data: CommandInput<'task.plan'>,
): Promise<CommandAnswer<CommandResults['task.plan']>> {
  const author = authorFor(ctx, 'task.planned');
  if (!author.ok) return author;
  const { org } = author.value;
  const fits = checklistsFor(ctx.catalogue.checklists, data.register).some(({ id }) => id === data.checklist);
  if (!fits) return refuse('no_checklist', { subject: data.register });
  const stranger = await strangerAmong(ctx, data.assignees, org);
  if (stranger !== undefined) return refuse('unknown_colleague', { subject: stranger });
  const taskId = ctx.random.uuid('task', ctx.clock.nowMs());
  await commitEvents(ctx, author.value, [{ type: 'task.planned', stream: `task:${taskId}`, ownerOrg: org, data }]);
  return { ok: true, value: { taskId } };
}

/** One record for each task; cases that wait, or a mere note, have a stream of their own. */
async function handOver(
  ctx: Context,
  { to, note, tasks, cases }: CommandInput<'task.handOver'>,
): Promise<CommandAnswer<CommandResults['task.handOver']>> {
  const author = authorFor(ctx, 'task.handedOver');
  if (!author.ok) return author;
  const { org, user } = author.value;
  if (to === user) return refuse('handed_to_oneself');
  if ((await strangerAmong(ctx, [to], org)) !== undefined) return refuse('unknown_colleague', { subject: to });
  if (tasks.length === 0 && cases.length === 0 && note === '') return refuse('nothing_handed_over');
  const team = (await cardOf(ctx, user))?.team;
  for (const { taskId } of tasks) {
    const task = await runningTask(ctx, taskId, 'task.handedOver');
    if (!task.ok) return task;
    if (!isFor(task.value.row, { user, org, team }))
      return refuse('task_of_others', { subject: titleOf(task.value.row) });
  }
  const nowMs = ctx.clock.nowMs();
  const shift = ctx.random.uuid('shift', nowMs);
  const common = { shift, to, ...(note !== '' && { note }) };
  const own = tasks.length === 0 || cases.length > 0 ? [ctx.random.uuid('task', nowMs)] : [];
  await commitEvents(ctx, author.value, [
    ...tasks.map(({ taskId, ...open }) => ({
      type: 'task.handedOver' as const,
      stream: `task:${taskId}`,
      ownerOrg: org,
      data: { ...common, ...open, cases: [] },
    })),
    ...own.map((id) => ({
      type: 'task.handedOver' as const,
      stream: `task:${id}`,
      ownerOrg: org,
      data: { ...common, done: 0, total: 0, sites: [], cases },
    })),
  ]);
  return { ok: true, value: {} };
}

async function receive(
  ctx: Context,
  { shift }: CommandInput<'task.receive'>,
): Promise<CommandAnswer<CommandResults['task.receive']>> {
  const author = authorFor(ctx, 'task.received');
  if (!author.ok) return author;
  const { org, user } = author.value;
  const rows = (await ctx.db.tasks.toArray()).filter(({ handovers }) =>
    handovers.some((one) => one.shift === shift && one.to === user && one.receivedAt === undefined),
  );
  if (rows.length > 0)
    await commitEvents(
      ctx,
      author.value,
      rows.map(({ id }) => ({
        ...{ type: 'task.received' as const, stream: `task:${id}`, ownerOrg: org },
        data: { shift },
      })),
    );
  return { ok: true, value: {} };
}

/** A running task of the own organisation, and the person who may say that of it. */
async function runningTask(
  ctx: Context,
  taskId: string,
  type: EventType,
): Promise<Result<{ readonly author: Profile; readonly row: TaskRow }, CommandError>> {
  const author = authorFor(ctx, type);
  if (!author.ok) return author;
  await ctx.projector.catchUp(`task:${taskId}`);
  const row = await ctx.db.tasks.get(taskId);
  if (row?.plan === undefined || row.org !== author.value.org) return err({ code: 'unknown_task', subject: taskId });
  if (row.state !== 'open') return err({ code: 'task_ended', subject: titleOf(row) });
  return ok({ author: author.value, row });
}

function titleOf({ plan: planned, id }: TaskRow): string {
  return planned?.title ?? id;
}

async function strangerAmong(ctx: Context, users: readonly string[], org: string): Promise<string | undefined> {
  for (const user of users) if ((await cardOf(ctx, user))?.org !== org) return user;
  return undefined;
}

async function cardOf(
  ctx: Context,
  user: string,
): Promise<{ readonly org: string; readonly team?: string | undefined } | undefined> {
  const card = userCardField.safeParse((await ctx.db.directory.get(`user:${user}`))?.doc);
  return card.success ? card.data : undefined;
}
