import type { ErrorText } from './errorText.ts';

/** Why a thing of a register was not written. */
export const siteFailures = {
  unknown_register: { what: '本机没有这种台账', todo: '请重新打开应用；一直这样请告诉管理员。' },
  bad_site: { what: '有内容不符合台账的要求', todo: '请改正后再保存，已填的内容都还在。' },
  other_org_site: { what: '这条台账由别的单位登记，本单位只能查看', todo: '请由登记单位更改。' },
  site_photo_twice: { what: '这张照片已经在本条台账里', todo: '请去掉它再保存，其他照片都还在。' },
  self_check_twice: { what: '同一人当天的自查已经登记过', todo: '请核对日期和自查人；登记错了的请在原记录上说明。' },
  self_check_no_shop: { what: '只有商户可以登记自治联盟自查', todo: '请到商户台账里选择。' },
  self_check_in_future: { what: '自查日期还没有到', todo: '请填今天或以前的日期。' },
} as const satisfies Readonly<Record<string, ErrorText>>;
