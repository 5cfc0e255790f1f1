import type { DiskLevel } from '#shared/bridge/disk.ts';

const MIB = 1024 * 1024;

/** A size as people read it: whole MB, tenths of a GB from 1 GB. */
export function showBytes(bytes: number): string {
  return bytes >= 1024 * MIB ? `${(bytes / (1024 * MIB)).toFixed(1)} GB` : `${String(Math.floor(bytes / MIB))} MB`;
}

type Words = { readonly title: string; readonly text: string };

/** What a disk that runs full means for the work, by how full it is. */
export const diskText: Readonly<Record<Exclude<DiskLevel, 'plenty'>, Words>> = {
  low: { title: '磁盘空间不多', text: '现在一切照常。请尽早清理磁盘，空间再少时不能添加照片。' },
  no_photos: { title: '磁盘空间不足，暂时不能添加照片', text: '检查、案件和文书照常保存，已有照片照常查看。' },
  read_only: { title: '磁盘空间不足，暂时只能查看', text: '已保存的内容都在，没有保存的内容留在屏幕上，请不要关闭。' },
  full: { title: '磁盘已满，暂时只能查看', text: '已保存的内容都在，没有保存的内容留在屏幕上，请不要关闭。' },
};

export const diskWords = {
  room: (free: number, needed: number): string =>
    `剩余 ${showBytes(free)}，清理到 ${showBytes(needed)} 以上后自动恢复。`,
  roomWarn: (free: number): string => `剩余 ${showBytes(free)}。`,
  copies: (count: number, oldest: string): string =>
    `另存的旧数据库有 ${String(count)} 份；数据核对无误后，可请管理员先移走最早的一份：${oldest}`,
  waiting: '磁盘已满，暂不打开本机数据',
  waitingText: '为了不损坏数据，等有空间后自动打开，不需要重新启动。',
} as const;
