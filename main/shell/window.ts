import { BrowserWindow } from 'electron';

import { APP_URL } from './csp.ts';

const RELOAD_AFTER_CRASH_MS = 10_000;

/** The app's one window. A page that dies is loaded again, unless it dies at once: then it stays down to be seen. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: '巡执',
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 700,
    show: false,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  let loadedAtMs = Date.now();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || Date.now() - loadedAtMs < RELOAD_AFTER_CRASH_MS) return;
    loadedAtMs = Date.now();
    void loadApp(window);
  });
  return window;
}

/** Loads the page anew, with a fresh policy. A load that a newer one replaces is no failure. */
export async function loadApp(window: BrowserWindow): Promise<void> {
  await window.loadURL(APP_URL).catch(() => undefined);
}
