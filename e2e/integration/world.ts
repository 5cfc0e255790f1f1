import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { grantNumber, numberNote } from '#renderer/data/commands/grantNumber.ts';
import type { CommandError, CommandInput, InspectionDraft } from '#renderer/data/protocol.ts';
import { commitEvents } from '#renderer/data/store/commit.ts';
import { findChecklist } from '#shared/catalogue/find.ts';
import type { EventEnvelope } from '#shared/events/envelope.ts';
import type { EventData } from '#shared/events/registry.ts';
import { ok, type Result } from '#shared/kernel/result.ts';
import { fillChecklist } from '#shared/testing/fillChecklist.ts';

import { startHub, type Hub } from '../../scripts/hub/start.ts';

import type { TestWorker } from './aWorker.ts';

export { brokenLogs } from '../faults/check/logs.ts';

/** Databases of the organisation whose officers the tests act as. */
export const WORK = 'work-hsg';
export const CASES = `case-hsg-${String(new Date().getFullYear())}`;

/** A fresh hub with the demo bureau. */
export function aHub(): Promise<Hub> {
  return startHub({ dataDir: mkdtempSync(join(tmpdir(), 'xunzhi-hub-')), port: 0, demo: true });
}

/** What the register needs of a shop. */
export function aShop(name = '示例集成店'): {
  name: string;
  operator: string;
  address: string;
  division: string;
  street: string;
} {
  return { name, operator: '示例经营者', address: '示例路 1 号', division: '420202', street: '420202005' };
}

export async function registerShop(worker: TestWorker, name?: string): Promise<string> {
  return (await worker.do('site.register', aShop(name))).siteId;
}

/** Opens a case of a shop together with a second officer known on the device. */
export async function openCase(worker: TestWorker, siteId: string, second = 'lin.fang'): Promise<string> {
  const finding = { matter: matterOf(worker), description: '门前堆放物料（示例）', photos: [] };
  const { caseId } = await worker.do('case.open', {
    siteId,
    findings: [finding],
    facts: '门前堆放物料（示例）',
    photos: [],
    second: worker.second(second),
  });
  return caseId;
}

/** The notice of a case as an officer fills it. */
export function aNotice(worker: TestWorker, caseId: string, second = 'lin.fang'): CommandInput<'notice.issue'> {
  return {
    caseId,
    matter: matterOf(worker),
    facts: '门前堆放物料（示例）',
    toCorrect: '清理门前物料（示例）',
    deadline: { by: 'date', dueOn: '2099-12-31' },
    contact: '0714-0000000',
    second: worker.second(second),
  };
}

export function matterOf(worker: TestWorker): string {
  const matter = worker.ctx.catalogue.matters.find((one) => one.family === 'MQ') ?? worker.ctx.catalogue.matters[0];
  if (matter === undefined) throw new Error('the catalogue has no matter');
  return matter.code;
}

/** The entries of a kind in a device's journal, by key. */
export async function journalKeys(worker: TestWorker, kind: 'event' | 'draft' | 'note'): Promise<string[]> {
  const { entries } = await worker.ctx.port.call('journal.read', {});
  return entries.filter((entry) => entry.kind === kind).map((entry) => entry.key);
}

/** Own events of a device that its store holds, in the order of their logs. */
export async function ownEvents(worker: TestWorker): Promise<EventEnvelope[]> {
  const rows = await worker.ctx.db.events.toArray();
  const own = rows.map((row) => row.event).filter((event) => event.device === worker.ctx.runtime.device);
  return own.sort((a, b) => (a.log === b.log ? a.n - b.n : a.log < b.log ? -1 : 1));
}

/** 门前三包 filled by an officer who found nothing. */
export function anInspection(worker: TestWorker, siteId: string): InspectionDraft {
  const checklist = findChecklist(worker.ctx.catalogue, 'menqian-sanbao');
  if (checklist === undefined) throw new Error('the checklist is missing');
  return {
    checklist: checklist.id,
    checklistVersion: checklist.version,
    siteId,
    startedAt: worker.ctx.clock.nowIso(),
    answers: [...fillChecklist(checklist)],
    note: '',
  };
}

/** Takes the next number of 责令限期改正通知书 for a case by the way that every issuing command takes, and draws nothing. */
export async function takeNumber(
  { ctx }: TestWorker,
  caseId: string,
): Promise<Result<EventData<'number.granted'>, CommandError>> {
  const author = ctx.session.profile;
  if (author === undefined) throw new Error('nobody is signed in');
  const granted = await grantNumber(ctx, author, 'D07');
  if (!granted.ok) return granted;
  const { grant } = granted.value;
  const event = { type: 'number.granted' as const, stream: `case:${caseId}`, ownerOrg: author.org, data: grant };
  await commitEvents(ctx, author, [event], { notes: [numberNote(grant)] });
  return ok(grant);
}
