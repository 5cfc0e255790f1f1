import type { ServiceMode } from '../events/serviceEvents.ts';

/** Ways of service by the names that the law gives them. */
export const SERVICE_TITLES: Readonly<Record<ServiceMode, string>> = {
  direct: '直接送达',
  left: '留置送达',
  post: '邮寄送达',
  electronic: '电子送达',
  entrusted: '委托送达',
  forwarded: '转交送达',
  announcement: '公告送达',
};

/** 公告送达 on either of its grounds (民事诉讼法 §95). */
export const ANNOUNCEMENT_GROUNDS = {
  whereabouts_unknown: '受送达人下落不明',
  others_failed: '用其他方式无法送达',
} as const;
