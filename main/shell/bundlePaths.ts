import type { BrowserWindow } from 'electron';

import type { ChoosePaths } from '../bridge/bundleHandlers.ts';
import { chooseFile, chooseWhereToSave } from '../files/chooseFile.ts';

const ALL = { name: '所有文件', extensions: ['*'] };
const BUNDLES = [{ name: '巡执转交包', extensions: ['xzbundle'] }, ALL];
const KEYS = [{ name: '恢复密钥', extensions: ['json'] }, ALL];

/** The system's dialogs for bundles and recovery keys. */
export function bundlePaths(window: BrowserWindow): ChoosePaths {
  return {
    toSave: (name) => chooseWhereToSave(window, name, BUNDLES),
    bundle: () => chooseFile(window, '选择转交包', BUNDLES),
    key: () => chooseFile(window, '选择恢复密钥文件', KEYS),
  };
}
