import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { hasDisplay } from './electron/display.mjs';
import { run } from './run/child.mjs';
import { startHub } from './run/hub.mjs';
import { CACHE, runMain, say } from './run/project.mjs';
import { runWithApp } from './run/withApp.mjs';
import { setup } from './setup/setup.mjs';

// `npm start`: the embedded hub with demo data and the app; the demo run where no window can be shown.
await runMain(async () => {
  if (!hasDisplay()) {
    say('There is no display here, so no window can be shown: running `npm run demo -- --out out/demo` instead');
    return runWithApp('e2e/demo/run.ts', ['--out', 'out/demo', '--json', 'out/demo/demo.json']);
  }
  const { electron } = await setup();
  const profile = path.join(CACHE, 'profile');
  mkdirSync(profile, { recursive: true });
  const server = await startHub(path.join(CACHE, 'hub'));
  say(`Opening the app on ${server}; closing its window ends the hub too`);
  say('Demo accounts: chen.wei and lin.fang (officers), du.cha (supervision brigade); password xunzhi-demo');
  const env = { ...process.env, XUNZHI_PROFILE: profile, XUNZHI_SERVER: server };
  return run([electron.executablePath, ...electron.args], { env });
});
