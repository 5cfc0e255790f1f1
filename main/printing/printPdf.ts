import { dialog, type BrowserWindow } from 'electron';

import { err, ok, type Result } from '#shared/kernel/result.ts';

import { printWithCups, type PrintFailure } from './cups.ts';
import { printWithViewer } from './viewerPrint.ts';

const MAX_CHOICES = 8;

/**
 * Prints a PDF on a printer the person chooses. Windows has its own dialog for that. Elsewhere CUPS gets the PDF
 * directly: Chromium's printing on Linux fails on some of the runtimes we support (seen on Electron 25).
 */
export async function printPdf(
  window: BrowserWindow,
  name: string,
  bytes: Uint8Array,
): Promise<Result<{ printed: boolean }, PrintFailure>> {
  if (process.platform === 'win32') return printWithViewer(bytes);
  const printers = await window.webContents.getPrintersAsync();
  if (printers.length === 0) return err({ code: 'print_failed', detail: 'no_printer' });
  const offered = printers.slice(0, MAX_CHOICES);
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: '打印',
    message: '选择打印机',
    detail: name,
    buttons: [...offered.map((printer) => printer.displayName || printer.name), '取消'],
    defaultId: 0,
    cancelId: offered.length,
    noLink: true,
  });
  const chosen = offered[response];
  if (chosen === undefined) return ok({ printed: false });
  const taken = await printWithCups(chosen.name, name, bytes);
  return taken.ok ? ok({ printed: true }) : taken;
}
