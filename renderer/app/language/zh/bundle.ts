import type { BundleRefusal } from '#shared/exchange/bundleRefusal.ts';

const size = (bytes: number): string =>
  bytes >= 1024 * 1024
    ? `${(bytes / 1024 / 1024).toFixed(1)} MB`
    : `${String(Math.max(1, Math.round(bytes / 1024)))} KB`;

const countsOf = (events: number, blobs: number): string =>
  `${String(events)} 条记录、${String(blobs)} 个照片和文书文件`;

/** Carrying work from one device to another in a file. */
export const bundleText = {
  title: '脱机转交',
  intro: '没有网络时，把本机未上传的工作存成一个文件，带到另一台巡执上传。',
  export: '导出未同步工作',
  import: '导入转交包',
  cancel: '取消',
  close: '关闭',
  stop: '停止',
  counts: countsOf,
  nothing: '本机没有未同步的工作，不需要导出。',
  noKey: '本机还没有取得单位的恢复密钥。连接服务器同步一次后即可导出。',
  unsynced: (events: number, blobs: number): string => `本机未同步：${String(events)} 条记录、${String(blobs)} 个文件`,
  exportWhat: (events: number, blobs: number, bytes: number): string =>
    `将导出 ${countsOf(events, blobs)}${blobs === 0 ? '' : `（${size(bytes)}）`}。本机的内容不变，仍会在有网络时自动上传。`,
  exportHow: [
    '文件已加密：只有保管单位恢复密钥的人能打开，拾到的人看不到内容。',
    '存到 U 盘后，交给管理员或在单位联网的巡执上“导入转交包”。',
    '以后两台设备都联网也不会重复：同一条记录只有一份。',
  ],
  exportKey: (keyId: string): string => `只能用恢复密钥 ${keyId} 打开。`,
  choosePlace: '选择保存位置并导出',
  exporting: '正在导出…',
  exported: '已导出',
  exportedTo: (path: string): string => `文件在：${path}`,
  exportedWhat: (events: number, blobs: number): string => `共 ${String(events)} 条记录、${String(blobs)} 个文件。`,
  gaps: (count: number): string => `有 ${String(count)} 个照片或文书文件在原设备上已损坏，没有包含在内。`,
  pickStep: '1. 转交包',
  keyStep: '2. 恢复密钥和口令',
  pick: '选择转交包文件',
  pickKey: '选择恢复密钥文件',
  pickedAt: (name: string, at: string, bytes: number): string => `${name}（${at} 导出，${size(bytes)}）`,
  keyWanted: (keyId: string): string => `需要恢复密钥 ${keyId}，由单位管理员保管。`,
  passphrase: '恢复密钥的口令',
  passphraseHint: '只用这一次，不会保存。',
  open: '打开并检查',
  checking: '正在检查文件是否完整…',
  previewTitle: '这个转交包里有',
  device: '来自设备',
  madeAt: '导出时间',
  people: '办理人员',
  person: (name: string, events: number): string => `${name}（${String(events)} 条记录）`,
  content: '内容',
  contentText: (events: number, blobs: number, bytes: number): string =>
    `${String(events)} 条记录、${String(blobs)} 个文件${blobs === 0 ? '' : `（${size(bytes)}）`}`,
  here: '本机已有',
  hereText: (events: number, blobs: number): string =>
    events + blobs === 0 ? '没有' : `${String(events)} 条记录、${String(blobs)} 个文件，不会重复导入`,
  trust: '签名',
  trustText: {
    known: '单位登记的设备，签名正确',
    recovery: '由管理员用恢复密钥从停用设备中取出',
    requested: '单位登记的设备，管理员尚未批准',
    revoked: '这台设备已被单位停用',
    unknown: '本机不认识这台设备',
    forged: '签名与单位登记的设备不符',
  },
  unknownWarning:
    '本机没有这台设备的登记信息，无法确认签名属于谁。请先向管理员核对设备编号和导出的人，再决定是否导入。',
  standingWarning: '请先向管理员核对设备编号和导出的人，再决定是否导入。停用设备的记录只能由有搬运权限的账号上传。',
  doImport: '导入',
  importing: '正在导入…',
  imported: '导入完成',
  importedText: (events: number, blobs: number): string => `新导入 ${String(events)} 条记录、${String(blobs)} 个文件。`,
  importedHere: (events: number, blobs: number): string =>
    `本机原有 ${String(events)} 条记录、${String(blobs)} 个文件，没有变化。`,
  bad: (count: number): string => `有 ${String(count)} 项内容与编号不符，没有采用。请把这个转交包交给管理员。`,
  waitsFor: '这些记录会等待办理人员本人在本机登录，或由有搬运权限的账号上传。',
  marks: '转交来的记录（尚未核验）',
  marksText: '还没有原设备的签名为这些记录作证。原设备下次联网或办理人员本人上传后，会自动核验。',
  mark: (user: string, device: string): string => `${user} · 设备 ${device.slice(0, 8)}`,
  unverified: '尚未核验',
  progress: (done: number, total: number): string => `${size(done)} / ${size(total)}`,
} as const;

/** What is told of each refusal about bundles, and what to do. */
export const bundleRefusals: Record<BundleRefusal, { readonly what: string; readonly todo: string }> = {
  no_recovery_key: {
    what: '本机还没有单位的恢复密钥',
    todo: '请连接服务器同步一次；仍然没有请管理员按部署说明生成恢复密钥。',
  },
  nothing_to_export: { what: '没有未同步的工作', todo: '所有内容都已在服务器上，不需要导出。' },
  bundle_busy: { what: '正在导出或检查另一个转交包', todo: '请等它完成或先停止。' },
  bundle_cancelled: { what: '已停止', todo: '没有留下不完整的文件，也没有导入任何内容。' },
  disk_low: { what: '本机磁盘空间不足，没有导入', todo: '请清理磁盘后再试。转交包没有改动。' },
  not_a_bundle: { what: '这不是转交包', todo: '请选择由“导出未同步工作”生成的文件（.xzbundle）。' },
  bundle_newer: { what: '这个转交包由更高版本的巡执生成', todo: '请先升级本机程序再导入。' },
  bundle_cut: { what: '转交包不完整，没有导入任何内容', todo: '文件可能没有复制完。请从原设备或 U 盘重新复制。' },
  bundle_damaged: { what: '转交包已损坏或被改动，没有导入任何内容', todo: '请从原设备重新导出。' },
  bundle_forged: { what: '转交包的签名不对，没有导入任何内容', todo: '请不要使用这个文件，并告诉管理员它的来源。' },
  bundle_other_key: { what: '恢复密钥与转交包不匹配', todo: '请选择转交包要求的那一把恢复密钥。' },
  not_a_recovery_key: { what: '这不是恢复密钥文件，或文件已损坏', todo: '请选择管理员保管的恢复密钥文件。' },
  recovery_key_newer: { what: '恢复密钥文件由更高版本的程序生成', todo: '请先升级本机程序。' },
  wrong_passphrase: { what: '恢复密钥的口令不对', todo: '请核对大小写后重新输入。' },
  bundle_gone: { what: '转交包已经关闭', todo: '请重新选择文件。' },
  read_failed: { what: '无法读取文件', todo: '请检查 U 盘是否还插着。已导入的部分不会丢失，再次导入不会重复。' },
};
