/** What the screens say about exporting the dossier of a case (案卷). */
export const dossierText = {
  panel: '案卷',
  hint: '把封面、卷内目录、全部文书和备考表装成一个 PDF，与文书原件、原始照片、办案记录一起存为压缩包，可以脱机核验。',
  open: '导出案卷',
  title: '导出案卷',
  order: '卷内顺序',
  orders: {
    norm: '按归档规范：正卷、副卷',
    time: '按办理时间',
  },
  contains: [
    '本机没有的文书和照片会从服务器取来；取不到时不导出，并说明缺哪一件。',
    '副卷是内部材料，案卷给当事人查阅前请取出。',
    '包里有当事人信息，请存放在单位允许的地方。',
  ],
  submit: '导出',
  close: '关闭',
  working: {
    originals: (done: number, of: number) => `正在取原件（${String(done)}/${String(of)}）…`,
    papers: (done: number, of: number) => `正在制作文书（${String(done)}/${String(of)}）…`,
    binding: '正在装订、签名…',
    saving: '正在保存…',
  },
  saved: (path: string, pieces: number, pages: number) =>
    `已保存到 ${path}（${String(pieces)} 件，${String(pages)} 页）`,
  cancelled: '没有保存：您关闭了对话框',
  fileName: (caseTitle: string) => `案卷 ${caseTitle}.zip`,
} as const;
