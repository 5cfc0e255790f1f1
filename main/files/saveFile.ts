import { join } from 'node:path';

import { app, dialog, type BrowserWindow } from 'electron';

import type { BridgeOutput } from '#shared/bridge/contract.ts';
import { err, ok, type Result } from '#shared/kernel/result.ts';

import { errnoOf, writeFileAtomically } from './durable.ts';
import { safeFileName } from './fileName.ts';

/** Asks where to save; the file appears there whole or not at all, readable as the person's other files are. */
export async function saveFile(
  window: BrowserWindow,
  name: string,
  bytes: Uint8Array,
): Promise<Result<BridgeOutput<'files.save'>, { code: 'write_failed'; detail: string }>> {
  const defaultPath = join(app.getPath('documents'), safeFileName(name));
  const { canceled, filePath } = await dialog.showSaveDialog(window, { defaultPath });
  if (canceled || filePath === '') return ok({ saved: false });
  try {
    await writeFileAtomically(filePath, bytes, 0o644);
    return ok({ saved: true, path: filePath });
  } catch (error) {
    return err({ code: 'write_failed', detail: errnoOf(error) });
  }
}
