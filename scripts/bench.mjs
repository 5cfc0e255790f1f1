import { runMain } from './run/project.mjs';
import { runWithApp } from './run/withApp.mjs';

await runMain(() => runWithApp('e2e/bench/run.ts'));
