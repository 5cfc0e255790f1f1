import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { ElectronApplication } from '@playwright/test';

import type { Load } from './load.ts';
import { pageHtml, sheetHtml } from './sheetHtml.ts';

const FONTS = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-serif-sc/package.json'));

/** What printing a chunk gave: milliseconds, bytes, and the last PDF. */
export type EnginePrinted = { readonly ms: number; readonly bytes: number; readonly last: Buffer };
/** Prints sheets through one window that stays open. */
export type PrintByEngine = (from: number, to: number) => Promise<EnginePrinted>;

/**
 * One hidden window of the same Electron that `printToPDF`s sheet after sheet: fonts, page and window stay warm, only the body
 * changes. What it prints has been written as HTML before, in the fonts of the app.
 */
export async function printByEngine(app: ElectronApplication, load: Load, folder: string): Promise<PrintByEngine> {
  const address = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return pathToFileURL(join(folder, name)).href;
  };
  const photos = load.photos.map((photo, index) => address(`photo-${String(index)}.jpg`, photo));
  const sheets = load.notices.map(({ model, code, photo }) => sheetHtml(model, code, photos.slice(photo, photo + 1)));
  const font = (file: string): string => pathToFileURL(join(FONTS, file)).href;
  const fonts = {
    regular: font('400Regular/NotoSerifSC_400Regular.ttf'),
    bold: font('700Bold/NotoSerifSC_700Bold.ttf'),
  };
  const page = address('sheet.html', Buffer.from(pageHtml(fonts)));
  const id = await app.evaluate(async ({ BrowserWindow }, url) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: true, partition: 'bench-documents', backgroundThrottling: false },
    });
    await window.loadURL(url);
    await window.webContents.executeJavaScript('ready');
    return window.id;
  }, page);
  return async (from, to) => {
    const { ms, bytes, last } = await app.evaluate(
      async ({ BrowserWindow }, { window: at, html }) => {
        const window = BrowserWindow.fromId(at);
        if (window === null) throw new Error('the window is gone');
        const begunMs = performance.now();
        let bytes = 0;
        let last = '';
        for (const [index, sheet] of html.entries()) {
          await window.webContents.executeJavaScript(`show(${JSON.stringify(sheet)})`);
          const pdf = await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
          bytes += pdf.length;
          if (index === html.length - 1) last = pdf.toString('base64');
        }
        return { ms: performance.now() - begunMs, bytes, last };
      },
      { window: id, html: sheets.slice(from, to) },
    );
    return { ms, bytes, last: Buffer.from(last, 'base64') };
  };
}
