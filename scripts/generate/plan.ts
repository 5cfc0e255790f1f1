/** Writes docs/plan.md: npx tsx scripts/generate/plan.ts */
import { writeFileSync } from 'node:fs';

import { inProject } from '../run/project.mjs';

import { planText } from './planText.ts';

writeFileSync(inProject('docs/plan.md'), planText());
