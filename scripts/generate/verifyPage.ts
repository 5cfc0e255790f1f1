/**
 * Writes resources/verify/index.html from scripts/verifyPage. Run: npx tsx scripts/generate/verifyPage.ts
 * A test beside the source compares the committed file with what this writes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { builtPage, VERIFY_PAGE } from '../verifyPage/build.ts';

mkdirSync(dirname(VERIFY_PAGE), { recursive: true });
writeFileSync(VERIFY_PAGE, await builtPage());
