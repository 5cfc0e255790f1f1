import { ensureDisplay } from '../electron/display.mjs';
import { resolveElectron } from '../electron/resolve.mjs';
import { SetupError } from '../run/project.mjs';
import { ensureBuild } from './build.mjs';
import { ensurePackages } from './packages.mjs';
import { ensureExtras, ensureSystem } from './system.mjs';

const OLDEST_NODE = [20, 19];

/**
 * Brings a fresh clone to where the app can run: packages, system libraries, build, Electron, display. Each step does
 * nothing when its work is already done.
 * @param {{ tests?: boolean, display?: boolean }} [purpose] `display`: start a virtual one where there is none
 */
export async function setup({ tests = false, display = true } = {}) {
  checkNode(process.versions.node);
  await ensurePackages();
  await ensureSystem({ tests });
  if (tests) await ensureExtras();
  await ensureBuild();
  const electron = await resolveElectron();
  if (display) await ensureDisplay();
  return { electron };
}

/**
 * Refuses a Node that is too old for the tools.
 * @param {string} version
 */
export function checkNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = OLDEST_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new SetupError(`Node ${OLDEST_NODE.join('.')} or newer is needed, this is ${version}.`);
}
