import { findRegister } from '#shared/catalogue/register.ts';
import type { SiteData } from '#shared/events/siteEvents.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';
import { checkSite, DEFAULT_REGISTER } from '#shared/site/checkSite.ts';
import { changedSite } from '#shared/site/fold.ts';

import type { Context } from '../context.ts';
import { refuse, type Handlers } from '../dispatch.ts';
import type { CommandAnswer, CommandError, CommandInput } from '../protocol.ts';
import { commitEvents } from '../store/commit.ts';

import { authorFor } from './author.ts';
import { ownSite } from './ownSite.ts';
import { enterSelfCheck, importSelfChecks } from './selfCheckCommands.ts';
import { importPortion, undoPortion } from './siteImport.ts';
import { addPhotos } from './sitePhotos.ts';

type Names =
  | 'site.register'
  | 'site.change'
  | 'site.withdraw'
  | 'site.import'
  | 'site.undoImport'
  | 'site.addPhotos'
  | 'site.selfCheck'
  | 'site.importSelfChecks';

/** Things of the registers: by hand and by the thousand. */
export const SITE_COMMANDS: Pick<Handlers, Names> = {
  'site.register': (ctx, site) =>
    ctx.writing.run(async () => {
      const author = authorFor(ctx, 'site.registered');
      if (!author.ok) return author;
      const data = registered(ctx, site);
      if (!data.ok) return data;
      const siteId = ctx.random.uuid('site', ctx.clock.nowMs());
      await commitEvents(ctx, author.value, [
        { type: 'site.registered', stream: `site:${siteId}`, ownerOrg: author.value.org, data: data.value },
      ]);
      return { ok: true, value: { siteId } };
    }),
  'site.change': (ctx, input) => ctx.writing.run(() => change(ctx, input)),
  'site.withdraw': (ctx, { siteId, reason }) =>
    ctx.writing.run(async () => {
      const author = authorFor(ctx, 'site.withdrawn');
      if (!author.ok) return author;
      const row = await ownSite(ctx, siteId, author.value.org);
      if (!row.ok) return row;
      await commitEvents(ctx, author.value, [
        { type: 'site.withdrawn', stream: `site:${siteId}`, ownerOrg: row.value.org, data: { reason } },
      ]);
      return { ok: true, value: {} };
    }),
  'site.addPhotos': (ctx, input) => ctx.writing.run(() => addPhotos(ctx, input)),
  'site.selfCheck': (ctx, input) => ctx.writing.run(() => enterSelfCheck(ctx, input)),
  'site.importSelfChecks': (ctx, input) => ctx.writing.run(() => importSelfChecks(ctx, input)),
  'site.import': (ctx, input) =>
    ctx.writing.run(async () => {
      const author = authorFor(ctx, 'site.registered');
      if (!author.ok) return author;
      const rows: SiteData[] = [];
      for (const row of input.rows) {
        const data = registered(ctx, row);
        if (!data.ok) return data;
        rows.push(data.value);
      }
      return { ok: true, value: { registered: await importPortion(ctx, author.value, { ...input, rows }) } };
    }),
  'site.undoImport': (ctx, input) =>
    ctx.writing.run(async () => {
      const author = authorFor(ctx, 'site.withdrawn');
      return author.ok ? { ok: true, value: await undoPortion(ctx, author.value, input) } : author;
    }),
};

/** The data as it is written: with its state, and all of it as the register wants it. */
function registered(ctx: Context, site: SiteData): Result<SiteData, CommandError> {
  const id = site.register ?? DEFAULT_REGISTER;
  const register = findRegister(ctx.catalogue, id);
  if (register === undefined) return err({ code: 'unknown_register', subject: id });
  const data = { ...site, register: id, state: site.state ?? register.states[0]?.id ?? '' };
  const problem = checkSite(register, data)[0];
  return problem === undefined ? ok(data) : err({ code: 'bad_site', subject: problem.label });
}

async function change(
  ctx: Context,
  { siteId, changes, reason = '' }: CommandInput<'site.change'>,
): Promise<CommandAnswer<Record<string, never>>> {
  const author = authorFor(ctx, 'site.changed');
  if (!author.ok) return author;
  const row = await ownSite(ctx, siteId, author.value.org);
  if (!row.ok) return row;
  const register = findRegister(ctx.catalogue, row.value.register);
  if (register === undefined) return refuse('unknown_register', { subject: row.value.register });
  // What stood there before the register's file was edited is no reason to refuse a change of something else.
  const touched = new Set(Object.keys(changes.fields ?? {}));
  if (changes.state !== undefined) touched.add('state');
  const problem = checkSite(register, changedSite(row.value, changes)).find(({ field }) => touched.has(field));
  if (problem !== undefined) return refuse('bad_site', { subject: problem.label });
  await commitEvents(ctx, author.value, [
    {
      type: 'site.changed',
      stream: `site:${siteId}`,
      ownerOrg: row.value.org,
      data: { changes, ...(reason !== '' && { reason }) },
    },
  ]);
  return { ok: true, value: {} };
}
