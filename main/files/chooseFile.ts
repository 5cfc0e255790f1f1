import { join } from 'node:path';

import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';

import { safeFileName } from './fileName.ts';

/** Asks for one existing file; undefined when the person closed the dialog. */
export async function chooseFile(
  window: BrowserWindow,
  title: string,
  filters: readonly FileFilter[],
): Promise<string | undefined> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ['openFile'],
    filters: [...filters],
  });
  return canceled ? undefined : filePaths[0];
}

/** Asks where a file shall be saved; undefined when the person closed the dialog. */
export async function chooseWhereToSave(
  window: BrowserWindow,
  name: string,
  filters: readonly FileFilter[],
): Promise<string | undefined> {
  const defaultPath = join(app.getPath('documents'), safeFileName(name));
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath, filters: [...filters] });
  return canceled || filePath === '' ? undefined : filePath;
}
