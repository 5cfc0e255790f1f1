import { end, start } from '../run/child.mjs';
import { isCommand, say as sayLine, SetupError } from '../run/project.mjs';

/** Whether windows can be shown without any help of ours. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Sees to a display: on Linux without one it starts an Xvfb on a free number, says so, and sets `DISPLAY` for this
 * process and its children. It ends with this process; `stop` ends it earlier.
 * @param {{ say?: (line: string) => void }} [options]
 * @returns {Promise<{ stop: () => void }>}
 */
export async function ensureDisplay({ say = sayLine } = {}) {
  if (hasDisplay()) return { stop: () => undefined };
  if (!isCommand('Xvfb')) throw new SetupError('There is no display here and no Xvfb to make one.');
  const server = start(['Xvfb', '-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const display = `:${await firstLine(server)}`;
  server.unref();
  process.env['DISPLAY'] = display;
  say(`No display here: Xvfb was started as ${display}`);
  return {
    stop: () => {
      delete process.env['DISPLAY'];
      end(server.pid);
    },
  };
}

/**
 * Xvfb writes the number it took once it is ready.
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string>}
 */
function firstLine(server) {
  const channel = /** @type {import('node:net').Socket} */ (server.stdio[3]);
  return new Promise((resolve, reject) => {
    let text = '';
    channel.setEncoding('utf8').on('data', (part) => {
      text += String(part);
      if (!text.includes('\n')) return;
      channel.destroy();
      resolve(text.trim());
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new SetupError(`Xvfb did not start (exit code ${String(code)}).`)));
  });
}
