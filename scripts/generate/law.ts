/**
 * Writes docs/law.md from the trace in scripts/law. Run: npx tsx scripts/generate/law.ts
 * A unit test beside the trace compares the committed file with what this writes.
 */
import { writeFileSync } from 'node:fs';

import { lawText } from '../law/render.ts';
import { inProject } from '../run/project.mjs';

writeFileSync(inProject('docs/law.md'), lawText());
