import type { ZoneFault } from '#shared/geo/zone.ts';

/** The map. */
export const mapText = {
  title: '地图',
  label: '地图：台账和案件的位置',
  lead: '不需要网络。底图为示意，不是测绘成果。',
  leadAreas: (sources: string): string => `不需要网络。区域边界来源：${sources}。`,
  layers: '显示',
  sites: '台账',
  openCases: '在办案件',
  endedCases: '已办结案件',
  near: '视野内，按离中心远近',
  count: (shown: number, all: number): string => `视野内 ${String(shown)} 处，共 ${String(all)} 处有坐标。`,
  empty: '视野内没有',
  emptyText: '拖动地图，或者缩小看更大的范围。',
  nowhere: '还没有带坐标的记录',
  nowhereText: '在台账里填了位置的对象和它们的案件会显示在这里。',
  metres: (m: number): string => (m < 995 ? `${String(Math.round(m / 10) * 10)} 米` : `${(m / 1000).toFixed(1)} 公里`),
  picked: '选中',
  zoomIn: '放大',
  zoomOut: '缩小',
  showAll: '显示全部',
  failed: '这台电脑画不出地图',
  failedText: '显卡或驱动不支持 WebGL。左侧的列表仍可使用。',
  river: '长江',
  lies: (names: readonly string[]): string => `地图中心：${names.join('，')}`,
  draw: '画范围',
  drawLabel: '画范围：按顺序点各个角',
  stopDrawing: '结束画范围',
  drawHint: (n: number): string =>
    n < 3 ? `在地图上按顺序点各个角，至少 3 个。已点 ${String(n)} 个。` : `已点 ${String(n)} 个角。点完后按“闭合”。`,
  closedArea: (n: number, area: string): string => `${String(n)} 个角，面积约 ${area}`,
  undo: '撤销上一点',
  reopen: '继续画',
  close: '闭合',
  corners: '各角坐标（WGS84）',
  cornersHint: '每行一个角：经度, 纬度。可以直接修改或粘贴。',
  badCorner: (line: number): string => `第 ${String(line)} 行不是坐标，例如 115.0389, 30.1997`,
  within: (sites: number, cases: number): string => `范围内：台账 ${String(sites)} 处，在办案件 ${String(cases)} 件`,
  withinList: '范围内的台账和在办案件',
  nothingWithin: '范围内没有',
  nothingWithinText: '只数有坐标的台账和在办案件。',
  keepZone: '登记为疏导点',
} as const;

/** Why what was drawn or typed is no zone. */
export const zoneFaults: Readonly<Record<ZoneFault, string>> = {
  not_a_zone: '不是范围。请在地图上画，或者填各角的坐标。',
  too_few_corners: '至少要 3 个角',
  too_many_corners: '角太多，最多 100 个。请少点几个角。',
  crossing: '边线相交或者重叠。请撤销几步，按顺序沿边界重新点。',
  no_area: '各角在一条线上，围不出面积',
};
