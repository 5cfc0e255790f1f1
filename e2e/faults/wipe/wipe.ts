import { createHash } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';

import { rescueText } from '#renderer/app/language/zh/rescue.ts';
import type { BlobRow, MetaRow, OutboxRow } from '#renderer/data/tables.ts';

import { measured } from '../../../scripts/report/report.ts';
import { freshFolder } from '../../fixtures/app.ts';
import type { Entry, Task } from '../../fixtures/entry.ts';
import { SeededRandom } from '../../fixtures/random.ts';
import { ServerAccount } from '../../fixtures/server.ts';
import { ServerBackup } from '../../fixtures/serverBackup.ts';
import { readRows } from '../../fixtures/store.ts';
import { Findings } from '../check/findings.ts';
import { checkStore } from '../kill/ledger.ts';
import { checkServer } from '../kill/serverCheck.ts';
import { openPlace, type Place } from '../place.ts';

import { DAMAGES, type Damage } from './damages.ts';
import { startRescued, type RescuedStart } from './starts.ts';
import { aUsedProfile, storeIdOf, type UsedProfile } from './usedProfile.ts';

const NOTHING = { at: '', why: 'gone', events: 0, drafts: 0, photos: 0, documents: 0, lost: [] } as const;

/** Deletes or garbles the store between two starts; the work that no server has must be there again, and told. */
export const wipe: Entry = {
  name: 'wipe',
  about: 'IndexedDB deleted or garbled between two starts, in as many ways as there are runs',
  times: DAMAGES.length,
  run: async (task) => {
    const place = await openPlace(task.server);
    const before = await ServerBackup.take(place.adminUrl);
    const used = await aUsedProfile(place, task.tookPart);
    const empty = await ServerBackup.take(place.adminUrl);
    const findings = new Findings();
    const counts = { rebuilt: 0, asides: 0 };
    const random = new SeededRandom(task.seed);
    const from = task.times >= DAMAGES.length ? 0 : random.below(DAMAGES.length);
    try {
      for (let run = 0; run < task.times; run += 1) {
        const damage = DAMAGES[(from + run) % DAMAGES.length];
        if (damage !== undefined) {
          await oneRun(task, place, used, damage, random, findings, counts);
          await empty.restore();
        }
      }
    } finally {
      rmSync(used.folder, { recursive: true, force: true });
      await used.line.close();
      await before.restore();
      await place.close();
    }
    task.add(measured('ways', task.times, 'ways'));
    task.add(measured('rebuilt', counts.rebuilt, 'stores'));
    task.add(measured('set aside', counts.asides, 'stores'));
    for (const one of findings.measures) task.add(one);
  },
};

async function oneRun(
  task: Task,
  place: Place,
  used: UsedProfile,
  damage: Damage,
  random: SeededRandom,
  findings: Findings,
  counts: { rebuilt: number; asides: number },
): Promise<void> {
  const profile = copyOf(used.folder);
  const mine = new Findings();
  damage.do(profile, random);
  const app = await startRescued({ profile, server: used.line.url });
  const isNew = await checkHere(app, used, mine);
  used.line.up();
  try {
    await app.shell.isInSync();
    await checkThere(app, used, place, mine);
    await app.close();
  } finally {
    used.line.down();
  }
  const isFine = mine.lines.length === 0;
  for (const line of mine.lines) task.say(line);
  counts.rebuilt += isNew ? 1 : 0;
  counts.asides += app.asides;
  findings.take(mine, `${damage.name}: `);
  const how = app.asides > 0 ? 'set aside and rebuilt' : isNew ? 'rebuilt' : 'kept';
  task.say(`${damage.name}: ${how}${isFine ? '' : `, ${String(mine.lines.length)} wrong, kept in ${profile}`}`);
  if (isFine) rmSync(profile, { recursive: true, force: true });
}

/** Before any server is there; answers whether the store is another one than before. */
async function checkHere(app: RescuedStart, used: UsedProfile, findings: Findings): Promise<boolean> {
  await checkStore(app.page, used.ledger, findings);
  for (const key of used.photos) if (!(await isReadable(app, key))) findings.add('lost', `${key} (device)`);
  const isNew = storeIdOf(await readRows<MetaRow>(app.page, 'meta')) !== used.store;
  const notice = app.page.getByRole('region', { name: rescueText.title });
  const isTold = await notice.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  );
  if (isNew && !isTold) findings.add('invisible', 'the rebuilt store');
  const waiting = (await readRows<OutboxRow>(app.page, 'outbox')).length;
  const says = isNew && isTold ? await notice.innerText() : '';
  if (isNew && isTold && !says.includes(rescueText.restored({ ...NOTHING, events: waiting })[0] ?? ''))
    findings.add('invisible', `what was restored: ${says}`);
  if (app.asides > 0 && app.said.every((text) => text === '')) findings.add('invisible', 'that the store is set aside');
  return isNew;
}

async function isReadable(app: RescuedStart, key: string): Promise<boolean> {
  const rows = await readRows<BlobRow>(app.page, 'blobs');
  return rows.filter((row) => row.key === key).length === 1;
}

async function checkThere(
  app: RescuedStart,
  used: UsedProfile,
  { url, adminUrl }: Place,
  findings: Findings,
): Promise<void> {
  const account = new ServerAccount(url, 'carrier');
  await checkServer(app.page, adminUrl, used.ledger, findings);
  const evidenceDb = `evidence-hsg-${String(new Date().getFullYear())}`;
  const evidence = await account.documents(evidenceDb);
  const sent = evidence.filter(({ _id }) => used.photos.includes(String(_id))).length;
  for (const { _id } of evidence) {
    const [kind, sha256] = String(_id).split(':');
    if (kind !== 'photo') continue;
    const path = `${url}/${evidenceDb}/${encodeURIComponent(String(_id))}/body`;
    const answer = await fetch(path, { headers: { authorization: account.authorization } });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (createHash('sha256').update(bytes).digest('hex') !== sha256)
      findings.add('lost', `${String(_id)} (other bytes)`);
  }
  // The one of the form in the making stays here.
  if (sent !== 1) findings.add('lost', `${String(sent)} of 1 photo (server)`);
  await checkStore(app.page, used.ledger, findings);
}

function copyOf(folder: string): string {
  const copy = freshFolder('wipe');
  cpSync(folder, copy, { recursive: true });
  return copy;
}
