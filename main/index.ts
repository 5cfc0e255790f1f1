import { join } from 'node:path';

import { app, BrowserWindow, session } from 'electron';
import { z } from 'zod';

import { portHandlers } from './bridge/portHandlers.ts';
import { registerBridge, registerWorkerPort } from './bridge/registrar.ts';
import { windowHandlers } from './bridge/windowHandlers.ts';
import { BundleDesk } from './exchange/bundleDesk.ts';
import { chooseCa } from './files/chooseCa.ts';
import { saveFile } from './files/saveFile.ts';
import { writeSettings } from './files/settings.ts';
import { CUPS_QUEUE, NO_QUEUE, printersForWindow } from './printing/system.ts';
import { printWithViewer } from './printing/viewerPrint.ts';
import { storeRescue } from './rescue/storeRescue.ts';
import { bundlePaths } from './shell/bundlePaths.ts';
import { applyConnection } from './shell/connection.ts';
import { readEnvironment } from './shell/environment.ts';
import { installMenu } from './shell/menu.ts';
import { denyNavigation } from './shell/navigation.ts';
import { NetOutcomes } from './shell/netOutcomes.ts';
import { watchNetwork } from './shell/network.ts';
import { restrictPermissions } from './shell/permissions.ts';
import { openProfile } from './shell/profile.ts';
import { registerAppScheme, serveApp } from './shell/protocol.ts';
import { setSwitches } from './shell/switches.ts';
import { openTiles } from './shell/tileRequests.ts';
import { loadApp, openWindow } from './shell/window.ts';

z.config({ jitless: true });
setSwitches();
registerAppScheme();

const environment = readEnvironment(process.env, app.isPackaged, __dirname, process.resourcesPath);
if (environment.profile !== undefined) app.setPath('userData', environment.profile);

async function start(): Promise<void> {
  await app.whenReady();
  const folder = app.getPath('userData');
  const profile = await openProfile(folder, environment.seed);
  if (profile === undefined) {
    app.exit(1);
    return;
  }
  const outcomes = new NetOutcomes();
  let settings = { ...profile.settings, server: profile.settings.server ?? environment.server };
  const server = (): string | null => settings.server;
  const info = () => ({
    version: app.getVersion(),
    electron: process.versions.electron,
    packaged: app.isPackaged,
    server: server(),
    keyStorage: profile.keyStorage,
  });

  const tiles = await openTiles(folder, environment.catalogue, settings, () => profile.disk.roomForPhotos());
  serveApp(join(__dirname, '../renderer'), server, tiles);
  restrictPermissions(session.defaultSession);
  watchNetwork(session.defaultSession, server, outcomes);
  await applyConnection(session.defaultSession, settings);
  installMenu();
  const window = openWindow(join(__dirname, '../preload/index.cjs'));
  const { journal, blobs, device, recovery } = profile;
  const desk = new BundleDesk({
    app: app.getVersion(),
    ...{ journal, blobs, device, recovery },
    free: () => profile.disk.roomForPhotos(),
    nowIso: () => new Date().toISOString(),
  });
  registerBridge(
    windowHandlers({
      desk,
      ...{ choose: bundlePaths(window), tiles },
      info: () => {
        const { caFile, proxy } = settings;
        return { ...info(), caFile, proxy, chrome: process.versions.chrome };
      },
      setServer: async (next) => {
        settings = { ...settings, ...next };
        await writeSettings(folder, settings);
        await applyConnection(session.defaultSession, settings);
      },
      chooseCa: () => chooseCa(window),
      disk: () => profile.disk.state(),
      reload: () => void loadApp(window),
      save: (name, bytes) => saveFile(window, name, bytes),
      printers: () => printersForWindow(process.platform),
      printDialog: printWithViewer,
    }),
  );
  const { clock, seed, catalogue } = environment;
  const { photoLimitBytes } = settings;
  const photoLimit = photoLimitBytes === undefined ? {} : { photoLimitBytes };
  const rescue = storeRescue(folder, startAgain);
  registerWorkerPort(
    portHandlers({
      ...{ ...profile, desk, outcomes, rescue, catalogue },
      printing: process.platform === 'win32' ? NO_QUEUE : CUPS_QUEUE,
      info: () => ({ ...info(), ...photoLimit, clock, seed }),
    }),
  );
  await loadApp(window);
}

/** Ends the app and brings it back: only before the first page can the store's folder be moved. */
function startAgain(): void {
  if (environment.relaunches) app.relaunch();
  app.exit(0);
}

// The lock belongs to the profile: two instances with profiles of their own may run beside each other.
if (app.requestSingleInstanceLock()) {
  denyNavigation();
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  void start();
} else {
  app.exit(0);
}
