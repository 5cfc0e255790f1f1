import { parseArgs } from 'node:util';

import { startHub } from './start.ts';

const USAGE = 'usage: hub [--data DIR] [--port N] [--demo] [--clock ISO]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '.cache/hub' },
      port: { type: 'string', default: '5984' },
      host: { type: 'string' },
      demo: { type: 'boolean', default: false },
      clock: { type: 'string' },
    },
  });
  const clock = values.clock ?? process.env['XUNZHI_CLOCK'];
  const clockMs = clock === undefined || clock === '' ? undefined : Date.parse(clock);
  const port = Number(values.port);
  if (Number.isNaN(clockMs) || !Number.isInteger(port)) throw new Error(USAGE);
  const hub = await startHub({
    dataDir: values.data,
    port,
    demo: values.demo,
    ...(clockMs !== undefined && { clockMs }),
    ...(values.host !== undefined && { host: values.host }),
  });
  process.stdout.write(`hub ready ${hub.url}\n`);
  let closing = false;
  const end = (): void => {
    if (closing) return;
    closing = true;
    void hub.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}

main().catch((error: unknown) => {
  process.stderr.write(`hub: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
