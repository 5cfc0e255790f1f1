import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { dialog } from 'electron';

import { DiskGuard } from '../disk/guard.ts';
import { RecoveryKeeper } from '../exchange/recoveryKeeper.ts';
import { errnoOf, syncFolder } from '../files/durable.ts';
import { readSettings, thresholdsOf, type Settings } from '../files/settings.ts';
import { BlobStore } from '../journal/blobStore.ts';
import { Journal } from '../journal/journal.ts';
import { NewerJournalError } from '../journal/journalFrames.ts';
import { openDevice, type Device } from '../keys/device.ts';
import { LostKeyError, openMasterKey, type KeyStorage } from '../keys/keyStore.ts';
import { safeStorageWrapper } from '../keys/safeStorageWrapper.ts';
import { deriveKey } from '../keys/seal.ts';
import { Vault } from '../keys/vault.ts';
import { doSetAside } from '../rescue/setAside.ts';

/** Everything of a profile that main keeps. */
export type Profile = {
  readonly settings: Settings;
  readonly keyStorage: KeyStorage;
  readonly device: Device;
  readonly vault: Vault;
  readonly journal: Journal;
  readonly blobs: BlobStore;
  readonly disk: DiskGuard;
  readonly recovery: RecoveryKeeper;
};

/** What the master key opens; without the key none of it can be read again. */
const SEALED_FOLDERS = ['keys', 'journal', 'blobs'] as const;

/** Opens the profile, or answers undefined when the person chose to quit. */
export async function openProfile(folder: string, seed: string | null): Promise<Profile | undefined> {
  for (;;) {
    try {
      return await tryOpen(folder, seed);
    } catch (error) {
      if (!(error instanceof LostKeyError)) {
        explain(error);
        return undefined;
      }
      const choice = askAboutLostKey();
      if (choice === 'quit') return undefined;
      if (choice === 'new_device') await setAside(folder);
    }
  }
}

async function tryOpen(folder: string, seed: string | null): Promise<Profile> {
  const settings = await readSettings(folder);
  const disk = new DiskGuard(folder, thresholdsOf(settings));
  await disk.start();
  // Whoever made the profile's folder may not have waited for the disk.
  await syncFolder(dirname(folder));
  await doSetAside(folder, Date.now());
  const makeRoom = (): Promise<boolean> => disk.makeRoom();
  const keys = join(folder, 'keys');
  const master = await openMasterKey(keys, safeStorageWrapper());
  const device = await openDevice(keys, master.key, seed);
  return {
    settings,
    keyStorage: master.storage,
    device,
    recovery: await RecoveryKeeper.open(keys, master.key, device.id),
    vault: await Vault.open(keys, master.key, Date.now),
    journal: await Journal.open(join(folder, 'journal'), deriveKey(master.key, 'journal'), Date.now(), makeRoom),
    blobs: await BlobStore.open(join(folder, 'blobs'), deriveKey(master.key, 'blobs')),
    disk,
  };
}

function explain(error: unknown): void {
  const reason =
    error instanceof NewerJournalError
      ? '本机数据由更高版本的程序写入，请先升级程序。数据未作任何改动。'
      : `本机数据目录无法打开（${errnoOf(error)}）。请检查磁盘空间和目录权限后重新启动。`;
  dialog.showErrorBox('巡执无法启动', reason);
}

function askAboutLostKey(): 'retry' | 'new_device' | 'quit' {
  const answers = ['retry', 'new_device', 'quit'] as const;
  const chosen = dialog.showMessageBoxSync({
    type: 'warning',
    title: '巡执',
    message: '本机密钥无法解开',
    detail:
      '系统密钥库可能尚未解锁。若密钥确已丢失，可以作为新设备重新开始：原有数据原样另存，不会删除，但在本机无法再读取。',
    buttons: ['重试', '作为新设备开始', '退出'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  return answers[chosen as 0 | 1 | 2];
}

async function setAside(folder: string): Promise<void> {
  const suffix = `.lost-${String(Date.now())}`;
  for (const name of SEALED_FOLDERS) {
    const path = join(folder, name);
    await rename(path, path + suffix).catch((error: unknown) => {
      if (errnoOf(error) !== 'ENOENT') throw error;
    });
  }
}
