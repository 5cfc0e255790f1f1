import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { ServerClient } from './server-setup/client.ts';
import { demoPlan } from './server-setup/demoPlan.ts';
import { askPassphrase } from './server-setup/passphrase.ts';
import { APP_ORIGIN, planFile, yearsAt, type Plan } from './server-setup/plan.ts';
import { provision } from './server-setup/provision.ts';
import { knownRecoveryCard, makeRecoveryKey } from './server-setup/recovery.ts';
import { tableOf, type Step } from './server-setup/report.ts';

const USAGE =
  'usage: npm run server:setup -- --url http://admin:password@host:5984 (--demo | --orgs FILE) [--year YYYY] [--recovery-key FILE [--replace-recovery-key]]';

async function planOf(values: {
  readonly demo: boolean;
  readonly orgs?: string | undefined;
  readonly year?: string | undefined;
}): Promise<Plan> {
  const nowMs = values.year === undefined ? Date.now() : Date.UTC(Number(values.year), 6, 1);
  if (Number.isNaN(nowMs)) throw new Error(USAGE);
  if (values.demo) return demoPlan(nowMs);
  if (values.orgs === undefined) throw new Error(USAGE);
  const file = planFile.safeParse(JSON.parse(await readFile(values.orgs, 'utf8')));
  if (!file.success)
    throw new Error(
      `${values.orgs}: ${file.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`,
    );
  return { ...file.data, years: yearsAt(nowMs), origins: [APP_ORIGIN], seeds: [] };
}

/** Makes the bureau's recovery key once, or a newer one; without one the app can export nothing, which is said. */
async function recoveryKey(client: ServerClient, file: string | undefined, replace: boolean): Promise<readonly Step[]> {
  const known = await knownRecoveryCard(client);
  if (known !== undefined && !(replace && file !== undefined)) return [];
  if (file === undefined) {
    process.stdout.write('This bureau has no recovery key: un-synced work cannot be exported. See docs/server.md.\n');
    return [];
  }
  const passphrase = await askPassphrase(process.env, true);
  return [await makeRecoveryKey(client, { file, passphrase, replace, madeAt: new Date().toISOString() })];
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      demo: { type: 'boolean', default: false },
      orgs: { type: 'string' },
      year: { type: 'string' },
      'recovery-key': { type: 'string' },
      'replace-recovery-key': { type: 'boolean', default: false },
    },
  });
  if (values.url === undefined) throw new Error(USAGE);
  const steps: Step[] = [...(await provision(values.url, await planOf(values)))];
  steps.push(
    ...(await recoveryKey(new ServerClient(values.url), values['recovery-key'], values['replace-recovery-key'])),
  );
  process.stdout.write(`${tableOf(steps)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`server:setup: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
