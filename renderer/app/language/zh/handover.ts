/** What the screens say about a case that goes to another organisation. */
export const handoverText = {
  panel: '移交案件',
  hint: '案件应由其他单位管辖时，由负责人移交；案件在原来的阶段上由对方接着办。',
  open: '移交给其他单位',
  title: '移交案件',
  follows: [
    '移交后案件由接收单位办理，本单位只能查看。',
    '已经签发的文书和编号继续有效，改正期限不变。',
    '案件的全部记录和照片由服务器转给接收单位，原件不改动。',
    '本单位人员离线时做过的事，同步后仍会保留并注明；离线作出的决定不再生效。',
  ],
  receiver: '接收单位',
  receiverMissing: '请选择接收单位',
  reason: '移交原因',
  reasonMissing: '请写移交原因',
  cancel: '取消',
  submit: '确认移交',
  away: (to: string) => `案件已移交${to}，本单位只能查看`,
  awayHint: '案件由接收单位继续办理。这里是移交时的记录和本单位之后补传的记录，接收单位的办理情况不再显示。',
  received: (from: string) => `本案由${from}移交`,
  receivedHint: '移交前的记录、文书和编号继续有效。',
  line: (by: string, time: string) => `${by}，${time}`,
} as const;
