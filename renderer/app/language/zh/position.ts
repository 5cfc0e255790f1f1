/** Picking a place on the map. */
export const placeText = {
  open: '在地图上选',
  title: '在地图上选位置',
  map: '地图：点一下选位置',
  hint: '在地图上点一下。用键盘时，方向键移动、加减号缩放，再按“取地图中心”。',
  accuracyHint: '误差按缩放级别估计：放大后再点更准。',
  middle: '取地图中心',
  use: '用这个位置',
  position: '位置',
  positionHint: '可不填。填了才会显示在地图上，并说出在哪个街道、哪个网格。',
  clear: '清除位置',
  unread: '经纬度没有填完整，或者不是度数。请改正，或者清除位置。',
  lies: '所在区域',
} as const;

/** A border in the form of a register. */
export const borderText = {
  none: '还没有画',
  draw: '在地图上画',
  redraw: '修改范围',
  clear: '清除范围',
  title: (label: string): string => `画${label}`,
  map: '地图：按顺序点各个角',
  use: '用这个范围',
  panel: '范围',
} as const;
