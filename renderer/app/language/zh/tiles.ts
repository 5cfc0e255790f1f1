import type { TileRefusal } from '#shared/bridge/tiles.ts';

import type { ErrorText } from './errorText.ts';

/** Keeping the ground map of what is in view. */
export const tilesText = {
  open: '下载底图',
  title: '下载视野内的底图',
  hint: '下载后，没有网络也能看这一片的底图。放得越大越细，下载得也越多。',
  to: '下载到多细',
  level: (zoom: number, tiles: number, bytes: number): string =>
    `${String(zoom)} 级：${String(tiles)} 张，约 ${megabytes(bytes)}`,
  here: (tiles: number, bytes: number, limit: number): string =>
    `本机已有 ${String(tiles)} 张，${megabytes(bytes)}；最多 ${megabytes(limit)}，超过时先删最久没有看过的。`,
  tooMany: (most: number): string => `一次最多下载 ${String(most)} 张。请放大地图，只下载需要的一片。`,
  overLimit: '比允许占用的空间还大，下载时会把先下载的删掉。请放大地图，或选粗一些的级别。',
  start: (tiles: number): string => `下载 ${String(tiles)} 张`,
  stop: '停止',
  progress: (done: number, total: number): string => `已处理 ${String(done)} / ${String(total)} 张`,
  done: (fetched: number, had: number): string => `已完成：下载 ${String(fetched)} 张，原有 ${String(had)} 张。`,
  stopped: (fetched: number): string => `已停止：下载了 ${String(fetched)} 张，都已保存。`,
  failed: (n: number): string =>
    `有 ${String(n)} 张没有下载成功。请检查网络和磁盘空间后再下载一次，已有的不会重复下载。`,
} as const;

/** Why the ground map is not kept. */
export const tileFailures = {
  no_tiles: { what: '没有设置底图', todo: '请管理员在目录的 settings.json 里设置 tiles。' },
  too_many_tiles: { what: '一次下载的底图太多', todo: '请放大地图，或选粗一些的级别。' },
  no_room_for_tiles: { what: '磁盘空间不足，没有下载底图', todo: '请先清理磁盘，把空间留给检查和案件的记录。' },
  already_keeping: { what: '正在下载另一片底图', todo: '请等它完成，或先停止。' },
} as const satisfies Readonly<Record<TileRefusal, ErrorText>>;

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
