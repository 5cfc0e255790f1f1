import { dialog, type BrowserWindow } from 'electron';

/** Lets the person choose a PEM file; its path, or null when the dialog was closed. */
export async function chooseCa(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [{ name: 'PEM', extensions: ['pem', 'crt', 'cer'] }],
  });
  return filePaths[0] ?? null;
}
