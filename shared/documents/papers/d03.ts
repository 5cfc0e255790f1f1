import type { PhotoData } from '../../events/evidenceEvents.ts';
import { formatChinaInstant } from '../../kernel/chinaTime.ts';
import { HASH_PREFIX } from '../form.ts';
import type { Block } from '../formModel.ts';

import { paperOf, type EventOf, type PaperSource } from './paper.ts';
import { at, caseRows, officerLine, row, rows, signed } from './pieces.ts';

const PURPOSES: Readonly<Record<PhotoData['purpose'], string>> = {
  ...{
    scene: '现场全景',
    detail: '问题细节',
    before: '整改前',
    after: '整改后',
    service: '送达',
    scan: '签名件',
    other: '其他',
  },
};

/** What is signed by hand beside each photo: who took it, who saw that, and who held it against the original. */
const SIGN = ['拍摄人', '见证人', '与原件核对无误'];

/**
 * 现场照片（图片、影像）证据: all photos of the case, at most two on a page, each with what it shows, where and when it was
 * taken, its original and who signs for it (行政处罚法 §46; domain list D03). Made of the newest photo, for all of them.
 */
export const D03 = paperOf({
  kind: 'D03',
  template: 1,
  title: '现场照片（图片、影像）证据',
  of: 'photo.added',
  isFor: (_case, { tag }) => tag !== 'scan',
  once: true,
  photos: photosIn,
  blocks: (source) => {
    const { officer, second } = source.state;
    const photos = photosIn(source);
    return [
      rows(...caseRows(source).slice(0, 1), row('照片', `${String(photos.length)}张`)),
      ...photos.map((photo, index) => photoBlock(source, photo, index + 1)),
      signed(
        ['当事人或者在场人'],
        ...(officer === undefined ? [] : [officerLine('执法人员', officer)]),
        ...(second === undefined ? [] : [officerLine('执法人员', second)]),
      ),
    ];
  },
});

/** The photos of the case's own records, each once; scans of signed papers are none. */
function photosIn({ events }: Pick<PaperSource, 'events'>): readonly EventOf<'photo.added'>[] {
  const photos = events.filter(
    (event) => event.type === 'photo.added' && event.data.purpose !== 'scan',
  ) as readonly EventOf<'photo.added'>[];
  return photos.filter(({ data }, index) => photos.findIndex((one) => one.data.sha256 === data.sha256) === index);
}

function photoBlock(source: PaperSource, { data, by }: EventOf<'photo.added'>, n: number): Block {
  const said = [
    row('照片', `第${String(n)}张`),
    row('拍摄时间', takenText(data)),
    row('拍摄地点', source.address),
    row('内容（证明对象）', contentText(source, data)),
    row('原始载体', `${data.camera ?? '数码照片'}，文件“${data.name}”`),
    row('录入', `${at(data.importedAt)} ${source.nameOf(by)}`),
    row('原件校验码', `${data.sha256.slice(0, HASH_PREFIX)}…`),
  ];
  const print = source.prints?.get(data.sha256);
  // Kept as it came and shown by no program of ours (HEIC): said on the paper, and the file stays the evidence.
  if (print === undefined) return rows(...said, row('图像', '该格式不能打印，见电子原件'));
  return { is: 'photo', print, original: data.sha256, rows: said, sign: [...SIGN] };
}

/** As the camera wrote it; a camera's clock may be wrong, so the paper says where the time comes from. */
function takenText({ takenAtLocal }: PhotoData): string | undefined {
  if (takenAtLocal === undefined) return undefined;
  return `${formatChinaInstant(Date.parse(`${takenAtLocal}+08:00`))}（相机记录）`;
}

/** What was found with that photo, or its use and what the case is about. */
function contentText({ state }: PaperSource, { sha256, purpose }: PhotoData): string {
  const finding = state.findings.find(({ photos }) => photos.includes(sha256));
  return `${PURPOSES[purpose]}：${finding?.description ?? state.title}`;
}
