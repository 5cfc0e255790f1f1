import { measured } from '../../../scripts/report/report.ts';
import type { Task } from '../../fixtures/entry.ts';
import { launchAs } from '../../fixtures/world.ts';
import type { Findings } from '../check/findings.ts';
import { openPlace } from '../place.ts';

import { bannerSays, within } from './said.ts';
import { SmallDisk } from './smallDisk.ts';
import { profileOn } from './stage.ts';

const MIB = 1024 * 1024;
/** As large as a laptop's: the engine keeps shares of a disk's size to itself. */
const LAPTOP_BYTES = 200 * 1024 * MIB;
const TOLD_WITHIN_MS = 12_000;

const SITE = { operator: '示例经营者', address: '示例路 9 号', division: '黄石港区', street: '沈家营' } as const;

/** With the usual thresholds on a disk of the usual size: what may be written is written, also below 1 GB. */
export async function checkRealSizes(task: Task, findings: Findings): Promise<void> {
  const disk = SmallDisk.sparse(LAPTOP_BYTES);
  const place = await openPlace(undefined);
  const app = await launchAs('officer', { profile: profileOn(disk, undefined), server: place.url });
  let lowestMib = Infinity;
  try {
    for (const [freeMib, level] of [
      [1500, 'low'],
      [900, 'low'],
      [520, 'low'],
      [400, 'no_photos'],
      [220, 'no_photos'],
    ] as const) {
      disk.leave(freeMib * MIB);
      if (!(await within(TOLD_WITHIN_MS, () => bannerSays(app.page, [level]))))
        findings.add('invisible', `${String(freeMib)} MB free are not told as ${level}`);
      await (await app.shell.newSite()).register({ ...SITE, name: `示例剩余${String(freeMib)}店` });
      lowestMib = freeMib;
    }
    disk.leave(190 * MIB);
    if (!(await within(TOLD_WITHIN_MS, () => bannerSays(app.page, ['read_only']))))
      findings.add('invisible', '190 MB free are not told as read_only');
  } finally {
    task.add(
      measured('least free with usual thresholds at which a record was saved', lowestMib, 'MB', { goal: '<= 220' }),
    );
    await app.close().catch(() => undefined);
    await place.close();
    disk.unmount();
  }
}
