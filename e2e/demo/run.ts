import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { ensureDisplay } from '../../scripts/electron/display.mjs';
import { closeReport } from '../../scripts/report/print.ts';
import { aReport, measured } from '../../scripts/report/report.ts';
import { freshFolder, openPages } from '../fixtures/app.ts';
import { startHub } from '../fixtures/hub.ts';
import { ServerAccount } from '../fixtures/server.ts';
import { launchAs } from '../fixtures/world.ts';
import { ReviewPage } from '../pages/ReviewPage.ts';

import { inspect, issue, recheck, setUp, SHOP } from './officer.ts';
import { DemoSteps } from './steps.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'out/demo' }, json: { type: 'string' } } });
const out = resolve(values.out);
const seed = process.env['XUNZHI_SEED'];
const clock = process.env['XUNZHI_CLOCK'];
const steps = new DemoSteps(out);
let versions: Record<string, string> = { node: process.versions.node };

/** The whole story in the real app: two instances, the hub stopped and started in between. */
async function tellStory(): Promise<void> {
  let hub = await steps.step('hub', () => startHub(freshFolder('hub'), { clock }));
  // Each device draws its own ids: the same seed would make both the same device.
  const seedOf = (device: string): string | undefined => (seed === undefined ? undefined : `${seed}-${device}`);
  const officer = await setUp(steps, { server: hub.url, clock, seed: seedOf('officer') });
  const electron = await officer.app.evaluate(({ app }) => ({
    electron: process.versions.electron,
    chrome: process.versions.chrome,
    app: app.getVersion(),
  }));
  versions = { ...versions, ...electron };
  await hub.stop();

  const opened = await inspect(steps, officer);
  const { number, pdf } = await issue(steps, officer, opened, out);
  steps.note(measured('notice.number', number, 'text'));
  steps.note(measured('notice.sha256', createHash('sha256').update(readFileSync(pdf)).digest('hex'), 'sha256'));

  hub = await startHub(hub.data, { port: hub.port, clock });
  await steps.step('sync_up', () => officer.shell.isInSync());
  await steps.picture(officer.page, 'sync');
  const brigade = await launchAs('supervisor', { server: hub.url, clock, seed: seedOf('brigade') });
  await brigade.shell.goTo('review');
  const review = new ReviewPage(brigade.page);
  await steps.step('case_arrives', () => review.line(SHOP.name).first().waitFor({ timeout: 40_000 }));
  await steps.picture(brigade.page, 'review');
  await review.open(SHOP.name);
  await steps.step('photo_from_server', () => review.lookAtPhoto());
  await steps.step('notice_from_server', () => review.readNotice());
  await steps.picture(brigade.page, 'review-case');
  await steps.step('return', () => review.return('请补拍一张能看出占用宽度的照片。'));
  await brigade.shell.isInSync();
  await recheck(steps, officer);
  await steps.step('accept', () => review.accept());
  await brigade.shell.isInSync();
  await steps.picture(brigade.page, 'review-accepted');

  await countDocuments(hub.url);
  await officer.close();
  await brigade.close();
  await hub.stop();
}

/** What the server holds at the end, counted on the server itself. */
async function countDocuments(url: string): Promise<void> {
  const admin = new ServerAccount(url, 'admin');
  const names = (await admin.request('GET', '/_all_dbs')) as string[];
  for (const prefix of ['case-', 'evidence-', 'work-', 'numbers']) {
    let count = 0;
    for (const name of names.filter((one) => one.startsWith(prefix))) count += (await admin.documents(name)).length;
    steps.note(measured(`server.${prefix.replace('-', '')}`, count, 'documents', { goal: '>= 1' }));
  }
}

await ensureDisplay();
let problem: string | undefined;
try {
  await tellStory();
} catch (error) {
  problem = error instanceof Error ? error.message : String(error);
  for (const page of openPages()) await steps.picture(page, 'where-it-failed').catch(() => undefined);
}
const report = aReport('demo', { versions, seed: seed ?? null, measures: steps.measures, problem });
process.exit(await closeReport(report, values.json));
