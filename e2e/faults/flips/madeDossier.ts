import { aWorker } from '../../integration/aWorker.ts';
import { aHub, aNotice, matterOf, registerShop } from '../../integration/world.ts';
import { aPhotoFile } from '../office/photoFile.ts';

import { usePrinting } from './realPrinting.ts';

/** A dossier as an officer exported it, and the code on the document in it. */
export type MadeDossier = { readonly zip: Uint8Array; readonly code: string };

/** An officer opens a case with photos, issues and serves a notice, and exports the dossier: all of it the app's own code. */
export async function makeDossier(): Promise<MadeDossier> {
  const hub = await aHub();
  const worker = await aWorker({ hub, user: 'chen.wei', known: ['lin.fang'] });
  usePrinting();
  try {
    await worker.sync();
    const siteId = await registerShop(worker);
    const { sha256 } = await worker.do('photo.import', { file: aPhotoFile('IMG_1.heic'), name: 'IMG_1.heic' });
    const { caseId } = await worker.do('case.open', {
      siteId,
      findings: [{ matter: matterOf(worker), description: '门前堆放物料（示例）', photos: [sha256] }],
      facts: '门前堆放物料（示例）',
      photos: [{ sha256, purpose: 'scene' }],
      second: worker.second('lin.fang'),
    });
    const { document } = await worker.do('notice.issue', aNotice(worker, caseId));
    await worker.do('notice.serve', {
      ...{ caseId, document, mode: 'direct', receiver: '示例经营者', relation: '本人', place: '示例路 1 号' },
      ...{ photos: [], second: worker.second('lin.fang') },
    });
    const { zip } = await worker.do('dossier.export', { caseId, order: 'norm' });
    const rows = await worker.ctx.db.events.toArray();
    const issued = rows.map(({ event }) => event).find((event) => event.type === 'document.issued');
    if (issued?.type !== 'document.issued' || issued.data.code === undefined) throw new Error('no code was signed');
    return { zip: new Uint8Array(await zip.arrayBuffer()), code: issued.data.code };
  } finally {
    await worker.close();
    await hub.close();
  }
}
