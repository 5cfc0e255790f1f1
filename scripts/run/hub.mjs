import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

import { start } from './child.mjs';
import { installedBin } from './npm.mjs';
import { say, SetupError } from './project.mjs';

// The same port each time where it is free: a profile remembers its server's address.
const PREFERRED_PORT = 15984;

/**
 * Starts the embedded hub with demo data; it ends with this process.
 * @param {string} folder where its databases lie
 * @returns {Promise<string>} its address
 */
export async function startHub(folder) {
  const port = String(await findPort());
  const command = installedBin('tsx', 'tsx', 'scripts/hub/cli.ts', '--data', folder, '--port', port, '--demo');
  const hub = start(command, { stdio: ['ignore', 'pipe', 'inherit'] });
  if (hub.stdout === null) throw new SetupError('The hub has no output.');
  const lines = createInterface({ input: hub.stdout });
  return new Promise((resolve, reject) => {
    lines.on('line', (line) => {
      say(line);
      const address = /^hub ready (\S+)$/.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
    hub.once('exit', (code) => reject(new SetupError(`The hub ended (exit code ${String(code)}).`)));
  });
}

async function findPort() {
  return (await freePort(PREFERRED_PORT)) ?? (await freePort(0)) ?? PREFERRED_PORT;
}

/**
 * @param {number} port 0 for any
 * @returns {Promise<number | undefined>} the port, if it is free
 */
function freePort(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
