/** Words of a case's timeline that are not names of events. */
export const recordText = {
  fixed: '已改正',
  notFixed: '未改正',
  photos: (count: number, first: string): string => `${String(count)} 张：${first} 等`,
} as const;
