import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { HandoverCarrier } from './server-handover/carrier.ts';
import { ServerClient } from './server-setup/client.ts';

const USAGE = `usage: npm run server:handover -- --url http://carrier:password@host:5984 [--every SECONDS]
Copies cases that were handed over into the receiving organisation's databases, with photos and documents; what is there
already is left alone. With --every it stays and looks again. XUNZHI_CARRIER_URL may stand for --url.`;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { url: { type: 'string' }, every: { type: 'string' } } });
  const url = values.url ?? process.env['XUNZHI_CARRIER_URL'];
  const everyS = values.every === undefined ? undefined : Number(values.every);
  if (url === undefined || (everyS !== undefined && !(everyS >= 1))) throw new Error(USAGE);
  const carrier = new HandoverCarrier(new ServerClient(url));
  do {
    const { records, files, waiting, problems } = await carrier.run(Date.now());
    process.stdout.write(
      `${String(carrier.cases)} cases, copied now: ${String(records)} records, ${String(files)} files; ` +
        `not at the giver's yet: ${String(waiting.length)} files\n`,
    );
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    process.exitCode = problems.length > 0 ? 2 : 0;
    if (everyS !== undefined) await pause(everyS * 1000);
  } while (everyS !== undefined);
}

main().catch((error: unknown) => {
  process.stderr.write(`server:handover: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
