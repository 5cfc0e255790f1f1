import { run } from './run/child.mjs';
import { installedBin } from './run/npm.mjs';
import { runMain } from './run/project.mjs';
import { inTemporaryFolder } from './run/temporary.mjs';
import { setup } from './setup/setup.mjs';

// `npm run e2e [-- FILE or any other argument of playwright test]`
await runMain(async () => {
  await setup({ tests: true });
  return inTemporaryFolder(() => run(installedBin('@playwright/test', 'playwright', 'test', ...process.argv.slice(2))));
});
