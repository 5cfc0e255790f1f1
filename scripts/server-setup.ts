import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';

import { ServerClient } from './server-setup/client.ts';
import { demoPlan } from './server-setup/demoPlan.ts';
import { approveDevice, revokeDevice, setUpDevices } from './server-setup/devices.ts';
import { raiseFloors } from './server-setup/floors.ts';
import { askPassphrase } from './server-setup/passphrase.ts';
import { resetPassword } from './server-setup/people.ts';
import { APP_ORIGIN, planFile, yearsAt, type Plan } from './server-setup/plan.ts';
import { provision } from './server-setup/provision.ts';
import { knownRecoveryCard, makeRecoveryKey } from './server-setup/recovery.ts';
import { tableOf, type Step } from './server-setup/report.ts';

const USAGE = `usage: npm run server:setup -- --url http://admin:password@host:5984 and one of
  --demo | --orgs FILE [--year YYYY]      databases, rights, validation, accounts, cards
      with --recovery-key FILE [--replace-recovery-key] also the bureau's recovery key
  --devices                               bring the lists of devices in line with their cards
  --approve DEVICE                        let a device have document numbers
  --revoke DEVICE [--reason TEXT]         lock a device out and close its blocks of numbers
  --reset-password USER [--password NEW]  without NEW one is made and printed
  --raise-floors [--margin N]             before a restored server is opened; default 500 numbers per series
DEVICE is an id or its beginning or end.`;

const OPTIONS = {
  url: { type: 'string' },
  demo: { type: 'boolean', default: false },
  orgs: { type: 'string' },
  year: { type: 'string' },
  'recovery-key': { type: 'string' },
  'replace-recovery-key': { type: 'boolean', default: false },
  devices: { type: 'boolean', default: false },
  approve: { type: 'string' },
  revoke: { type: 'string' },
  reason: { type: 'string' },
  'reset-password': { type: 'string' },
  password: { type: 'string' },
  'raise-floors': { type: 'boolean', default: false },
  margin: { type: 'string', default: '500' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

async function planOf(values: Values): Promise<Plan> {
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

async function work(url: string, values: Values): Promise<readonly Step[]> {
  const client = new ServerClient(url);
  const act = async (steps: (client: ServerClient) => Promise<readonly Step[]>): Promise<readonly Step[]> => {
    await client.assertAdministrator();
    return steps(client);
  };
  const { approve, revoke, reason = '设备遗失或停用' } = values;
  if (approve !== undefined) return act(() => approveDevice(client, approve, client.user));
  if (revoke !== undefined) return act(() => revokeDevice(client, revoke, client.user, reason));
  if (values.devices) return act(setUpDevices);
  const user = values['reset-password'];
  if (user !== undefined) return act(async () => [await newPassword(client, user, values.password)]);
  if (!values['raise-floors']) {
    const steps = await provision(url, await planOf(values));
    return [...steps, ...(await recoveryKey(client, values['recovery-key'], values['replace-recovery-key']))];
  }
  const margin = Number(values.margin);
  if (!Number.isSafeInteger(margin) || margin < 0) throw new Error(USAGE);
  return act(() => raiseFloors(client, client.user, margin, Date.now()));
}

async function newPassword(client: ServerClient, user: string, given: string | undefined): Promise<Step> {
  const password = given ?? randomBytes(12).toString('base64url');
  const step = await resetPassword(client, user, password);
  if (given === undefined) process.stdout.write(`new password of ${user}: ${password}\n`);
  return step;
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.url === undefined) throw new Error(USAGE);
  process.stdout.write(`${tableOf(await work(values.url, values))}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`server:setup: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
