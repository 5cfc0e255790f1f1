import type { AreaLevel } from '#shared/geo/area.ts';
import type { AreaFaultCode } from '#shared/geo/areaFile.ts';
import type { Crs } from '#shared/geo/datum.ts';

import { publishingText } from './publishing.ts';

/** Levels of areas as people say them. */
export const areaLevels: Readonly<Record<AreaLevel, string>> = { district: '区划', street: '街道（镇）', grid: '网格' };

/** What the administrators' page of areas says. */
export const areasText = {
  ...publishingText,
  title: '区域',
  subtitle: '区划、街道和网格的边界。发布后，每台电脑不用网络也能在地图上画出来，并说出一个位置在哪个街道、哪个网格。',
  inUse: '在用的区域',
  none: '还没有发布过区域',
  noneText: '请向测绘或民政部门索取边界数据（GeoJSON），在下面查验后发布。',
  line: (version: number, count: number) => `第 ${String(version)} 版 · ${String(count)} 个`,
  facts: (crs: string, source: string) => `坐标系 ${crs} · 来源：${source}`,
  publishedBy: (person: string, at: string) => `${person}，${at} 发布`,
  import: '导入一个文件',
  importHint:
    'GeoJSON（FeatureCollection），每个要素是一个区域：Polygon 或 MultiPolygon，带名称和编码，坐标是经度、纬度（度）。一个层级一次发布全部，新版本整个替换旧版本。',
  chosen: (name: string, n: number) => `${name}：${String(n)} 个要素`,
  tooLarge: '文件太大，最多 12 MB。请按层级分开，或请数据提供方化简边界。',
  level: '层级',
  crs: '坐标系',
  crsHint: '请向数据提供方确认；选错会偏移几百米。',
  pick: '请选择',
  nameKey: '名称在哪个属性',
  codeKey: '编码在哪个属性',
  source: '数据来源',
  sourceHint: '哪个单位、什么时候测的，精度多少。会显示在每台电脑上。',
  faultsTitle: (n: number) => `有 ${String(n)} 处要改，改好后重新选择文件`,
  moreFaults: (n: number) => `还有 ${String(n)} 处`,
  place: (n: number, name: string) =>
    n === 0 ? '整个文件' : `第 ${String(n)} 个要素${name === '' ? '' : `（${name}）`}`,
  leftOut: (n: number) => `文件里另有 ${String(n)} 个要素属于别的层级，这次不发布。`,
  sound: (count: number, corners: number, area: string) =>
    `可以发布：${String(count)} 个区域，${String(corners)} 个角点，合计约 ${area}。请在下图核对位置和名称。`,
  preview: '预览：导入的区域',
  list: '区域和面积',
  publishTitle: (level: string, version: number) => `发布${level}第 ${String(version)} 版？`,
  publishText:
    '发布后，本机马上使用，其他电脑下次同步后使用，并替换这个层级原来的全部区域。发布的版本不能修改或删除，要改就再发布一版。',
  publishOnline: '发布要连接服务器。没有连上时不会发布，文件还在原处，联网后再点“发布”。',
  published: (level: string, version: number) => `已发布：${level}第 ${String(version)} 版`,
  systems: {
    WGS84: 'WGS84',
    CGCS2000: 'CGCS2000（国家大地坐标系）',
    GCJ02: 'GCJ-02（高德、腾讯）',
    BD09: 'BD-09（百度）',
  } satisfies Readonly<Record<Crs, string>>,
  faults: {
    not_json: '不是 JSON。请选 GeoJSON 文件。',
    not_collection: '不是 GeoJSON 的 FeatureCollection',
    no_areas: '没有这个层级的区域',
    too_many_areas: '区域太多，一个层级最多 5000 个。现有：',
    too_many_corners: '角点太多，一个层级最多 50000 个，请数据提供方化简边界。现有：',
    no_name: '没有名称，或者名称超过 40 个字。属性：',
    no_code: '没有编码。属性：',
    bad_code: '编码只能是字母、数字和短横，最多 30 位：',
    duplicate_code: '编码重复（括号里是前一个要素的序号）：',
    not_a_polygon: '不是 Polygon 或 MultiPolygon：',
    bad_corner: '不是坐标：',
    swapped: '经度和纬度写反了：',
    out_of_frame: '不在中国范围内。坐标应是经度、纬度（度），不是投影坐标（米）：',
    not_closed: '边界没有闭合，最后一点应和第一点相同。最后一点：',
    too_few_corners: '边界不到 3 个角',
    crossing: '边界自相交或者重叠，在这里附近：',
    no_area: '边界围不出面积',
    hole_outside: '洞不在外边界里面：',
  } satisfies Readonly<Record<AreaFaultCode, string>>,
} as const;
