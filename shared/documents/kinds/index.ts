import type { DocumentDefinition } from '../definition.ts';
import type { SheetKind } from '../sheetInput.ts';

import { D06 } from './d06.ts';
import { D17 } from './d17.ts';
import { D18 } from './d18.ts';
import { D21 } from './d21.ts';
import { D22 } from './d22.ts';
import { D23 } from './d23.ts';
import { D24 } from './d24.ts';
import { D25 } from './d25.ts';
import { D26 } from './d26.ts';
import { D27 } from './d27.ts';

/** Documents of a file, each as its own file defines it. */
export const DEFINITIONS: Readonly<Record<SheetKind, DocumentDefinition>> = {
  ...{ D06, D17, D18, D21, D22, D23, D24, D25, D26, D27 },
};
