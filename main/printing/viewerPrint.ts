import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { BrowserWindow, session, type Session } from 'electron';

import { err, ok, type Result } from '#shared/kernel/result.ts';

import { errnoOf } from '../files/durable.ts';

type PrintFailure = { readonly code: 'print_failed'; readonly detail: string };

const VIEWER = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';

/**
 * Prints through Chromium's PDF viewer with the system's print dialog, in a window nobody sees. `printed` says that the system
 * took it; what the printer made of it nobody tells.
 */
export async function printWithViewer(bytes: Uint8Array): Promise<Result<{ printed: boolean }, PrintFailure>> {
  const folder = await mkdtemp(join(tmpdir(), 'xunzhi-print-'));
  try {
    const file = join(folder, 'document.pdf');
    await writeFile(file, bytes, { mode: 0o600 });
    return await printFile(file);
  } catch (error) {
    return err({ code: 'print_failed', detail: errnoOf(error) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A session in memory that loads the one file and the viewer, and nothing else. */
function sessionFor(url: string): Session {
  const own = session.fromPartition(`print-${randomUUID()}`, { cache: false });
  own.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  own.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: details.url !== url && !details.url.startsWith(VIEWER) });
  });
  return own;
}

async function printFile(file: string): Promise<Result<{ printed: boolean }, PrintFailure>> {
  const url = pathToFileURL(file).href;
  const window = new BrowserWindow({
    show: false,
    webPreferences: { session: sessionFor(url), sandbox: true, contextIsolation: true, plugins: true },
  });
  try {
    await window.loadURL(url);
    return await new Promise((resolve) => {
      window.webContents.print({ silent: false, printBackground: true }, (printed, reason) => {
        if (printed) resolve(ok({ printed: true }));
        else if (/cancel/i.test(reason)) resolve(ok({ printed: false }));
        else resolve(err({ code: 'print_failed', detail: 'viewer' }));
      });
    });
  } finally {
    window.destroy();
  }
}
