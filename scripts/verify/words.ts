import type { FindingCode, Part } from '#shared/documents/dossier/findings.ts';

/** What the command calls the parts of a dossier. */
export const PART_WORDS: Readonly<Record<Part, string>> = {
  container: '压缩包',
  manifest: '清单',
  signature: '清单签名',
  files: '文件',
  events: '办案记录',
  documents: '文书',
  codes: '文书二维码',
  photos: '照片',
};

/** What it says of each finding. */
export const FINDING_WORDS: Readonly<Record<FindingCode, string>> = {
  container_altered: '压缩包被改动，位置在',
  unreadable: '不是清单，或者被改动',
  signature_wrong: '签名与清单不符',
  signer_unknown: '没有这台设备的公钥，无法核验签名',
  signer_revoked: '签名时这台设备已被停用',
  file_missing: '缺少文件',
  file_altered: '文件被改动',
  file_added: '清单里没有的文件',
  keys_unreadable: '不是公钥文件，或者被改动',
  event_altered: '记录被改动',
  event_missing: '缺少记录',
  event_added: '清单里没有的记录',
  event_twice: '记录重复',
  other_stream: '别的案件的记录',
  pdf_missing: '缺少文书原件',
  pdf_altered: '文书原件被改动',
  model_altered: '文书内容与冻结时不符',
  code_altered: '二维码被改动',
  code_of_another: '二维码是另一份文书的',
  code_key_unknown: '没有签发设备的公钥，无法核验二维码',
  code_key_revoked: '签发日期在设备停用之后',
  photo_missing: '缺少原始照片',
  photo_altered: '原始照片被改动',
  not_named: '没有记录提到的文件',
};

/** What it says of a part. */
export const STATE_WORDS = { genuine: '真实', altered: '被改动', unseen: '没有核验' } as const;

/** Under the table. */
export const SIGNER_WORDS = {
  trusted: '签名人已按另外取得的公钥核对。',
  inside:
    '注意：没有用 --keys 给出单位公布的公钥，签名人只按包内的公钥核对。有人把全部内容改写后用自己的密钥重新签名，只有用公布的公钥才能发现。',
} as const;

/** What is worth what. */
export const RESULT_WORDS = {
  genuine: '结论：真实，没有发现改动。',
  altered: (count: number) => `结论：被改动，发现 ${String(count)} 处。`,
  newer: (count: number) => `有 ${String(count)} 条记录由更新的版本写成：内容未被改动，含义未检查。`,
} as const;

/** Verdicts on a single document's PDF and on the text of a code. */
export const SINGLE_WORDS = {
  pdf: (name: string) => `真实：与案卷中的 ${name} 逐字节相同。`,
  no_pdf: '被改动：案卷里没有与它逐字节相同的文件。',
  genuine: (what: string) => `真实：${what}`,
  altered: '被改动：二维码与签名不符。',
  unknown_key: '无法核验：没有签发设备的公钥。',
  after_revocation: '无效：签发日期在设备停用之后。',
  not_ours: '被改动：不是本系统文书的二维码，或者不完整。',
} as const;
