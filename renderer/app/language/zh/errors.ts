import type { CommandError, SignInProblem } from '#renderer/data/client.ts';
import type { BridgeErrorCode } from '#shared/bridge/contract.ts';
import type { RefusalCode } from '#shared/case/state.ts';
import { formatChinaInstant } from '#shared/kernel/chinaTime.ts';

import { actFailures, actFailureSubject } from './actFailures.ts';
import { areaFailures } from './areaFailures.ts';
import { bundleRefusals } from './bundle.ts';
import { checklistFailures } from './checklistFailures.ts';
import { showBytes } from './disk.ts';
import type { ErrorText } from './errorText.ts';
import { exchangeFailures } from './exchangeFailures.ts';
import { fileRefusals, fileSubject } from './fileRefusals.ts';
import { printFailures } from './printing.ts';
import { reportRefusals } from './reportRefusals.ts';
import { siteFailures } from './siteFailures.ts';
import { taskFailures } from './taskFailures.ts';
import { tileFailures } from './tiles.ts';

type PhotoRejection = 'empty_file' | 'not_an_image' | 'unreadable' | 'too_large';
type AppFailure =
  | 'internal'
  | 'not_signed_in'
  | 'wrong_pin'
  | 'pin_blocked'
  | 'no_pin'
  | 'draft_missing'
  | 'receiver_unknown'
  | 'clock_wrong'
  | 'role_forbidden'
  | 'render_failed'
  | 'missing_glyphs'
  | 'photo_missing'
  | 'not_found'
  | 'offline'
  | 'no_certificate'
  | 'unclean_text'
  | 'unknown_command'
  | 'unknown_case'
  | 'unknown_site'
  | 'unknown_checklist'
  | 'unknown_indicator'
  | 'indicator_derived'
  | 'report_missing'
  | 'month_ahead'
  | 'month_of_other_year'
  | 'percent_too_large'
  | 'neither_yes_nor_no'
  | 'no_checklist'
  | 'unknown_document'
  | 'unknown_record'
  | 'dossier_piece_missing'
  | 'dossier_piece_altered'
  | 'dossier_too_large'
  | 'dossier_empty'
  | 'photo_not_here'
  | 'photo_not_on_server'
  | 'photo_forged'
  | 'not_refused'
  | 'other_author'
  | 'cannot_withdraw'
  | 'not_a_carrier'
  | 'role_lost'
  | 'start_failed'
  | 'store_set_aside'
  | 'disk_read_only'
  | 'disk_low_photos'
  | 'catalogue_unreadable'
  | 'device_not_approved'
  | 'device_revoked'
  | 'unknown_device'
  | 'own_device'
  | 'device_changed'
  | 'password_short'
  | 'password_simple'
  | 'password_same'
  | 'password_has_name'
  | 'password_conflict'
  | 'needs_old_pin'
  | ActFailure
  | keyof typeof printFailures
  | keyof typeof reportRefusals;

/** See `KnownCode`. */
type ActFailure =
  | keyof typeof actFailures
  | keyof typeof siteFailures
  | keyof typeof checklistFailures
  | keyof typeof exchangeFailures
  | keyof typeof areaFailures
  | keyof typeof taskFailures;

/** Every code that has a message of its own. */
export type KnownCode = SignInProblem | RefusalCode | BridgeErrorCode | PhotoRejection | AppFailure;

const LATER = '已录入的内容都还在，可以稍后重试。';

const SIGN_IN: Record<SignInProblem, ErrorText> = {
  no_server: { what: '还没有设置服务器地址', todo: '请先填写单位服务器的地址。' },
  unreachable: { what: '连接不上服务器', todo: '请检查网络或服务器是否开机。已有 PIN 的人员可以先离线解锁工作。' },
  name_not_found: { what: '找不到这个服务器地址', todo: '请核对服务器地址有没有写错，或向管理员确认。' },
  timeout: { what: '等待超时，没有得到回应', todo: '网络可能很慢。请稍后再试，已录入的内容都还在。' },
  tls_error: { what: '服务器的安全证书无法验证', todo: '请不要继续输入密码，把这条信息告诉管理员。' },
  no_cors: { what: '服务器没有允许本应用访问', todo: '请管理员按部署说明运行服务器设置（跨域许可）。' },
  not_couchdb: { what: '这个地址不是巡执的服务器', todo: '请核对地址和端口，或向管理员确认。' },
  wrong_password: { what: '账号或密码不对', todo: '请重新输入。连续多次错误会使账号暂时锁定。' },
  password_changed: {
    what: '密码已在别处修改，请重新登录',
    todo: '请点右上角“账户”，输入新密码。没有上传的内容都在本机，登录后自动上传。',
  },
  account_locked: {
    what: '密码错误次数过多，账号暂时锁定',
    todo: '时间到了再试，期间不会向服务器发送密码。不知道密码请联系管理员重置。',
  },
  no_role: { what: '这个账号没有任何岗位', todo: '请管理员在服务器上为账号分配岗位。' },
  no_card: { what: '服务器上没有这个账号的人员信息', todo: '请管理员登记姓名和执法证号。' },
  certificate_expired: { what: '执法证已过有效期', todo: '换发新证并由管理员更新后，才能办理案件和文书。' },
  server_error: { what: '服务器出错', todo: '请稍后再试；一直出错请告诉管理员。' },
  disk_full: {
    what: '本机磁盘空间不足，暂停从服务器接收',
    todo: '清理磁盘后自动恢复。本机已保存的内容不受影响。',
  },
  local_write: {
    what: '本机写入失败，同步暂时停下',
    todo: '稍后自动重试，已保存的内容不受影响。一直这样请检查磁盘空间，或重新打开应用。',
  },
};

const CASE: Record<RefusalCode, ErrorText> = {
  ...fileRefusals,
  already_open: { what: '这个案件已经建立', todo: '请返回案件列表查看。' },
  not_open: { what: '案件还没有建立', todo: '请先登记发现的问题。' },
  wrong_stage: { what: '案件当前阶段不能做这一步', todo: '请刷新后按案件页面提示的下一步办理。' },
  wrong_role: { what: '您的岗位不能做这一步', todo: '请由有权限的人员办理。' },
  same_officer_twice: { what: '两名执法人员不能是同一个人', todo: '请选择另一名执法人员并由其本人输入 PIN。' },
  certificate_expired: SIGN_IN.certificate_expired,
  no_verified_citation: {
    what: '这个事项没有经法制人员核实的依据',
    todo: '只能出草稿，不能编号。请换一个事项，或请法制人员核实依据。',
  },
  no_number: { what: '本机没有可用的文书编号', todo: '请连接服务器领取号段后再开具文书。' },
  notice_not_issued: { what: '还没有开具责令限期改正通知书', todo: '请先开具通知书，再登记送达。' },
  deadline_before_notice: { what: '改正期限早于通知书日期', todo: '请重新选择改正期限。' },
  recheck_before_service: { what: '通知书还没有送达，不能复查', todo: '请先登记送达。' },
  recheck_before_due: { what: '改正期限还没有到', todo: '请等到期限当天或之后再登记复查。' },
  read_only: { what: '这个案件含有新版本才能读的内容，本机只能查看', todo: '请升级应用后再办理。' },
  service_record_missing: { what: '这种送达方式缺少必须留下的记录', todo: '请补齐后再登记送达。' },
  no_electronic_consent: {
    what: '没有当事人同意电子送达的确认书',
    todo: '请先登记送达地址确认书，由当事人签名并上传签名件；电子地址要与确认书一致。',
  },
  witness_or_media_missing: { what: '留置送达缺少见证人或影像', todo: '请填写见证人，或添加留置送达的照片。' },
  fork: { what: '同一步有两份不同的决定，两份都暂不生效', todo: '请由负责人确定以哪一份为准。' },
  handed_over: {
    what: '案件已移交其他单位，本单位只能查看',
    todo: '移交前后已经做过的事会保留并注明；之后的决定由接收单位作出。',
  },
  same_org: { what: '案件本来就在这个单位', todo: '请选择另一个单位。' },
  unknown_matter: { what: '执法事项目录中没有这个事项', todo: '请同步后重试，或换一个事项。' },
};

const PHOTO: Record<PhotoRejection, ErrorText> = {
  empty_file: { what: '文件是空的', todo: '请重新从相机或手机导出这张照片。' },
  not_an_image: { what: '不是照片文件', todo: '请选择 JPEG、PNG、WebP、HEIC、GIF、BMP 或 TIFF 图片。' },
  unreadable: { what: '照片已损坏，无法读取', todo: '请重新导出或重新拍摄。' },
  too_large: { what: '照片文件太大', todo: '请用相机的普通画质重新拍摄。' },
};

const FAILURE: Record<AppFailure | Exclude<BridgeErrorCode, 'internal'>, ErrorText> = {
  ...bundleRefusals,
  ...actFailures,
  ...siteFailures,
  ...checklistFailures,
  ...exchangeFailures,
  ...areaFailures,
  ...tileFailures,
  ...taskFailures,
  ...printFailures,
  ...reportRefusals,
  internal: { what: '应用内部出错', todo: LATER },
  not_signed_in: { what: '还没有登录', todo: '请先登录或用 PIN 解锁。' },
  wrong_pin: { what: 'PIN 不对', todo: '请本人重新输入。' },
  pin_blocked: { what: 'PIN 错误次数过多，已暂停输入', todo: '请稍等片刻再试，或用密码登录。' },
  no_pin: { what: '这名人员还没有在本机设置 PIN', todo: '请本人先在这台设备上登录一次并设置 PIN。' },
  draft_missing: { what: '找不到这份草稿', todo: '它可能已经提交或被删除，请到列表中查看。' },
  receiver_unknown: { what: '本机没有接收单位的信息', todo: '请联网同步一次，再移交案件。' },
  clock_wrong: { what: '本机时间不准', todo: '请校准系统时间后再开具文书。' },
  role_forbidden: { what: '您的岗位不能做这件事', todo: '请由有权限的人员办理。' },
  render_failed: { what: '文书没有生成成功', todo: LATER },
  missing_glyphs: { what: '文书中有字库没有的字', todo: '请换用常用字，或检查是否粘贴了特殊符号。' },
  photo_missing: { what: '照片不在本机', todo: '请连接服务器后再打开；没有上传的照片请到拍摄人的设备上查看。' },
  photo_not_here: { what: '有照片不在本机', todo: '请重新添加这张照片。' },
  photo_not_on_server: { what: '服务器上还没有这份照片或文书', todo: '拍摄人的设备同步后会有，请稍后再取。' },
  photo_forged: {
    what: '服务器给出的内容与原文件指纹不符，没有收下',
    todo: '已记在“同步”页面，请告诉管理员；可以稍后再取一次。',
  },
  dossier_piece_missing: {
    what: '案卷没有导出：有文书或照片不在本机',
    todo: '请联网后再导出；还没有上传的，请到制作或拍摄它的设备上先同步。',
  },
  dossier_piece_altered: {
    what: '案卷没有导出：有文书或照片与记录里的指纹不符',
    todo: '请告诉管理员，并从服务器或原设备重新取得它。',
  },
  dossier_too_large: { what: '案卷没有导出：原件超过 1 GB', todo: '请告诉管理员，改用转交包归档。' },
  dossier_empty: { what: '案卷没有导出：案件里还没有文书', todo: '请办理到有文书后再导出。' },
  no_certificate: { what: '没有登记执法证号', todo: '请管理员登记执法证后再办理案件和文书。' },
  unclean_text: { what: '文字中有无法保存的特殊符号', todo: '请删除从别处粘贴来的特殊符号后再试。' },
  unknown_command: { what: '应用内部出错', todo: LATER },
  unknown_record: { what: '案件里没有这条记录', todo: '请关闭后重新打开案件；记录可能已被撤回。' },
  unknown_case: { what: '本机没有这个案件', todo: '它可能还没有同步到本机。' },
  no_checklist: { what: '这类对象没有检查表', todo: '请告诉管理员，在检查表目录里补上适用的检查表。' },
  unknown_site: { what: '本机没有这条台账', todo: '它可能还没有同步到本机，或已撤销登记。' },
  unknown_checklist: { what: '本机没有这个版本的检查表', todo: '请同步后重试；草稿还在。' },
  unknown_indicator: { what: '本机的年度计划中没有这个指标', todo: '请更新计划文件后再填报。' },
  indicator_derived: { what: '这个指标由案件、检查和台账自动计算', todo: '不需要填报；请办理相应的案件或检查。' },
  report_missing: { what: '没有附依据', todo: '请附一张盖章的月报或验收单的照片。' },
  month_ahead: { what: '这个月还没有到', todo: '请选择已经开始的月份；若日期不对，请检查本机时间。' },
  month_of_other_year: { what: '这个月不在计划年度内', todo: '请换到该年度的计划中填报。' },
  percent_too_large: { what: '百分比超过了 100', todo: '请核对数值。' },
  neither_yes_nor_no: { what: '这个指标只能填“是”或“否”', todo: '请重新选择。' },
  unknown_document: { what: '案件中没有这份文书', todo: '请返回案件页面查看。' },
  not_refused: { what: '这条记录已经不在被拒绝之列', todo: '不需要重试。' },
  other_author: { what: '这条记录是别人做的', todo: '请由记录人本人登录后撤回。' },
  cannot_withdraw: { what: '这条说明不能撤回', todo: '它说明一次撤回或作废，请等待上传，或联系管理员。' },
  role_lost: { what: '您的岗位已被取消，本机只能查看', todo: '已保存的内容都还在；岗位恢复后可以继续。' },
  not_a_carrier: { what: '这个账号不是数据搬运账号', todo: '请向管理员确认账号。' },
  start_failed: {
    what: '本机数据没有打开',
    todo: '请关闭应用后重新打开；一直这样请不要卸载或清理磁盘，立即联系管理员。',
  },
  store_set_aside: {
    what: '本机数据库无法打开，正在修复',
    todo: '原数据库原样另存，不会删除。应用会自动关闭并重新打开，未上传的内容从日志恢复。',
  },
  disk_read_only: {
    what: '磁盘空间不足，没有保存',
    todo: '屏幕上的内容都还在，请不要关闭；清理磁盘后再保存一次。',
  },
  disk_low_photos: {
    what: '磁盘空间不足，没有添加照片',
    todo: '检查和文书可以照常保存。请清理磁盘，或同步后再添加照片。',
  },
  catalogue_unreadable: { what: '检查表目录无法读取', todo: '请重新打开应用；一直这样请告诉管理员。' },
  password_short: { what: '新密码太短', todo: '至少 8 个字符。' },
  password_simple: { what: '新密码太简单', todo: '请混用字母、数字、符号中的至少两种。' },
  password_same: { what: '新密码和原密码一样', todo: '请换一个没有用过的密码。' },
  password_has_name: { what: '新密码里含有账号', todo: '请换一个与账号无关的密码。' },
  password_conflict: { what: '账号刚刚被别处修改，密码没有改成', todo: '请稍后再试一次。' },
  needs_old_pin: { what: '更换 PIN 需要原 PIN 或密码', todo: '忘记 PIN 时，请锁定后用密码登录，再设置新 PIN。' },
  device_not_approved: {
    what: '设备待批准，暂时不能领取文书编号',
    todo: '请把设备编号告诉管理员，由管理员在“设备”页面批准；检查、拍照和登记案件不受影响。',
  },
  device_revoked: {
    what: '这台设备已被停用',
    todo: '不能开具文书，记录也不能上传。本机的内容都还在，请联系管理员。',
  },
  unknown_device: { what: '服务器上没有这台设备的申请', todo: '请同步后再看。' },
  own_device: { what: '不能停用正在使用的这台设备', todo: '请在另一台设备上操作，或由服务器管理员处理。' },
  device_changed: { what: '另一名管理员刚刚处理过这台设备', todo: '请同步后再看它现在的状态。' },
  not_found: { what: '找不到这条记录', todo: '它可能还没有同步到本机。' },
  offline: { what: '现在离线，这件事需要连接服务器', todo: '请连接网络后再试。' },
  write_failed: { what: '没有保存成功', todo: '请检查磁盘空间。内容还在屏幕上，请不要关闭，稍后重试。' },
  bad_input: { what: '有内容不符合要求', todo: '请检查标出的栏目。' },
  bad_url: { what: '地址格式不对', todo: '请按“https://服务器地址:端口”的样子填写。' },
  insecure_url: {
    what: '这个地址没有加密，不能使用',
    todo: '请改用以 https:// 开头的地址。服务器还没有证书时，请管理员按部署说明启用 TLS；只有本机（127.0.0.1）可以用 http。',
  },
  bad_ca: {
    what: '证书文件不能使用',
    todo: '请选择单位证书颁发机构（CA）的 PEM 文件，并确认没有过期。服务器自己的证书不能代替它。',
  },
  bad_proxy: { what: '代理地址格式不对', todo: '请按“http://代理地址:端口”的样子填写，不含账号密码。' },
  unknown_channel: { what: '应用内部出错', todo: LATER },
  bad_sender: { what: '应用内部出错', todo: LATER },
  bad_output: { what: '应用内部出错', todo: LATER },
};

const TEXTS: Readonly<Record<KnownCode, ErrorText>> = { ...SIGN_IN, ...CASE, ...PHOTO, ...FAILURE };

/** Codes whose subject is a person, place or thing that people know; other subjects are technical. */
const NAMED = new Set([
  'no_pin',
  'no_certificate',
  'certificate_expired',
  'missing_glyphs',
  'photo_missing',
  'photo_not_here',
  'dossier_piece_missing',
  'dossier_piece_altered',
  'bad_site',
  'other_org_site',
  'site_photo_twice',
  'self_check_twice',
  'self_check_no_shop',
  'self_check_in_future',
]);
/** Codes whose subject is a message for whoever mends the app. */
const TECHNICAL = new Set([
  'internal',
  'write_failed',
  'start_failed',
  'render_failed',
  'server_error',
  'bad_input',
  'checklist_refused',
  'programme_refused',
  'areas_refused',
]);

/** What happened and what to do, in words; an unknown code is named so that it can be reported. */
export function messageOf(error: CommandError): ErrorText {
  const known = Object.hasOwn(TEXTS, error.code) ? TEXTS[error.code as KnownCode] : undefined;
  const text = known ?? { what: `没有成功（${error.code}）`, todo: LATER };
  const subject = error.subject ?? '';
  const basis = error.article === undefined ? '' : `（依据：${error.article}）`;
  const named = subject !== '' && NAMED.has(error.code) ? `：${subject}` : '';
  return {
    what: text.what + named + fileSubject(error.code, subject) + actFailureSubject(error.code, subject) + basis,
    todo: text.todo + hintOf(error.code, subject),
  };
}

/** From `<free bytes>|<needed bytes>`. */
function roomHint(subject: string): string {
  const [free = 0, needed = 0] = subject.split('|').map(Number);
  return `（剩余 ${showBytes(free)}，至少需要 ${showBytes(needed)}）`;
}

function hintOf(code: string, subject: string): string {
  if (subject === '') return '';
  if (code === 'wrong_pin') return `还可以再试 ${subject} 次。`;
  if (code === 'pin_blocked') return `可再试的时间：${formatChinaInstant(Date.parse(subject))}。`;
  if (code === 'disk_read_only' || code === 'disk_low_photos') return roomHint(subject);
  return TECHNICAL.has(code) ? `（详情：${subject}）` : '';
}
