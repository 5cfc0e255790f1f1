import type { ErrorText } from './errorText.ts';

/** Why a thing of a register was not written. */
export const siteFailures = {
  unknown_register: { what: '本机没有这种台账', todo: '请重新打开应用；一直这样请告诉管理员。' },
  bad_site: { what: '有内容不符合台账的要求', todo: '请改正后再保存，已填的内容都还在。' },
  other_org_site: { what: '这条台账由别的单位登记，本单位只能查看', todo: '请由登记单位更改。' },
} as const satisfies Readonly<Record<string, ErrorText>>;
