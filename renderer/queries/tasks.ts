import type { InspectionRow, SiteRow, TaskRow, XunzhiDatabase } from '#renderer/data/tables.ts';
import type { Position } from '#shared/events/fields.ts';
import type { TaskPlan } from '#shared/events/taskEvents.ts';
import type { Handover } from '#shared/task/fold.ts';
import { inWalkingOrder, progressOf, type TaskProgress } from '#shared/task/progress.ts';
import { inTurn, isFor, type Person } from '#shared/task/turn.ts';

import { useSession } from './meta.ts';
import { store, useLive } from './store.ts';

export type { TaskRow } from '#renderer/data/tables.ts';

/** A task with a plan. */
export type PlannedTask = TaskRow & { readonly plan: TaskPlan };
/** A running task and how far it is; what is open stands in the order to walk it. */
export type TaskLine = { readonly task: PlannedTask; readonly progress: TaskProgress<SiteRow> };
/** What somebody left for the person at the end of a shift. */
export type ShiftLeft = {
  readonly shift: string;
  readonly parts: readonly { readonly task: TaskRow; readonly left: Handover }[];
};

/** So many of the last inspections are looked through for where somebody was last. */
const LAST = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

function isPlanned(task: TaskRow): task is PlannedTask {
  return task.plan !== undefined;
}

function startOf(date: string, days = 0): string {
  return new Date(Date.parse(`${date}T00:00:00+08:00`) + days * DAY_MS).toISOString();
}

/** How far a task is by what the store holds; reads by index. `from`: where somebody stands. */
export async function taskProgressIn(
  db: XunzhiDatabase,
  task: PlannedTask,
  from?: Position,
): Promise<TaskProgress<SiteRow>> {
  const { plan } = task;
  const [sites, inspections] = await Promise.all([sitesOf(db, plan), inspectionsOf(db, plan)]);
  const { open, done } = progressOf(task, sites, inspections);
  return { open: inWalkingOrder(open, from), done };
}

async function sitesOf(db: XunzhiDatabase, { siteIds, register, streets }: TaskPlan): Promise<readonly SiteRow[]> {
  if (siteIds !== undefined) return (await db.sites.bulkGet([...siteIds])).filter((site) => site !== undefined);
  return db.sites
    .where('[register+street]')
    .anyOf(streets.map((street) => [register, street]))
    .toArray();
}

function inspectionsOf(db: XunzhiDatabase, { from, to, checklist }: TaskPlan): Promise<readonly InspectionRow[]> {
  return db.inspections
    .where('submittedAt')
    .between(startOf(from), startOf(to, 1))
    .filter((one) => one.checklist === checklist)
    .toArray();
}

/** Where the person was last, by the newest inspections. */
async function lastPlace(user: string): Promise<Position | undefined> {
  const last = await store.inspections.orderBy('submittedAt').reverse().limit(LAST).toArray();
  return last.find(({ by, site }) => by === user && site.position !== undefined)?.site.position;
}

async function personOf(user: string, org: string): Promise<Person> {
  const team = (await store.directory.get(`user:${user}`))?.doc['team'];
  return { user, org, ...(typeof team === 'string' && { team }) };
}

/** The running tasks, overdue first: of the signed-in person, or all of the organisation. `undefined` while loading. */
export function useTaskLines(whose: 'own' | 'all'): readonly TaskLine[] | undefined {
  const session = useSession();
  const { user = '', org = '' } = session ?? {};
  return useLive(async () => {
    const person = await personOf(user, org);
    const running = inTurn(await store.tasks.where('state').equals('open').toArray());
    const wanted = running.filter((task) => (whose === 'own' ? isFor(task, person) : task.org === org));
    const from = await lastPlace(user);
    return Promise.all(
      wanted.filter(isPlanned).map(async (task) => ({ task, progress: await taskProgressIn(store, task, from) })),
    );
  }, [user, org, whose]);
}

/** One task with its progress; `undefined` while loading, `null` when it is not here. */
export function useTask(id: string): TaskLine | null | undefined {
  const user = useSession()?.user ?? '';
  return useLive(async () => {
    const task = await store.tasks.get(id);
    if (task === undefined || !isPlanned(task)) return null;
    return { task, progress: await taskProgressIn(store, task, await lastPlace(user)) };
  }, [id, user]);
}

/** Tasks of the organisation that ended, the last one first, at most 50; `undefined` while loading. */
export function useEndedTasks(): readonly PlannedTask[] | undefined {
  const org = useSession()?.org;
  return useLive(async () => {
    const rows = await store.tasks.where('state').anyOf('done', 'cancelled').toArray();
    const own = rows.filter(isPlanned).filter((task) => task.org === org);
    return own.sort((a, b) => ((a.ended?.at ?? '') < (b.ended?.at ?? '') ? 1 : -1)).slice(0, 50);
  }, [org]);
}

/** What was handed over to the signed-in person and not read yet, the oldest first; `undefined` while loading. */
export function useShiftsLeft(): readonly ShiftLeft[] | undefined {
  const session = useSession();
  const { user, org } = session ?? {};
  return useLive(async () => {
    const shifts = new Map<string, ShiftLeft['parts'][number][]>();
    for (const task of await store.tasks.toArray())
      for (const left of task.handovers)
        if (task.org === org && left.to === user && left.receivedAt === undefined)
          shifts.set(left.shift, [...(shifts.get(left.shift) ?? []), { task, left }]);
    const found = [...shifts].map(([shift, parts]) => ({ shift, parts }));
    return found.sort((a, b) => ((a.parts[0]?.left.at ?? '') < (b.parts[0]?.left.at ?? '') ? -1 : 1));
  }, [user, org]);
}

/** Teams of the own organisation, by the cards of its people. */
export function useTeams(): readonly string[] {
  const org = useSession()?.org;
  const rows = useLive(() => store.directory.toArray(), []);
  const teams = (rows ?? []).flatMap(({ id, doc }) =>
    id.startsWith('user:') && doc['org'] === org && typeof doc['team'] === 'string' ? [doc['team']] : [],
  );
  return [...new Set(teams)].sort();
}
