import type { DocumentDefinition } from '../definition.ts';
import type { SheetKind } from '../sheetInput.ts';

import { D04 } from './d04.ts';
import { D06 } from './d06.ts';
import { D09 } from './d09.ts';
import { D10 } from './d10.ts';
import { D11 } from './d11.ts';
import { D12 } from './d12.ts';
import { D17 } from './d17.ts';
import { D18 } from './d18.ts';
import { D19 } from './d19.ts';
import { D21 } from './d21.ts';
import { D22 } from './d22.ts';
import { D23 } from './d23.ts';
import { D24 } from './d24.ts';
import { D25 } from './d25.ts';
import { D26 } from './d26.ts';
import { D27 } from './d27.ts';
import { D28 } from './d28.ts';
import { D29 } from './d29.ts';
import { D32 } from './d32.ts';
import { D33 } from './d33.ts';
import { D34 } from './d34.ts';

/** Documents of a file, each as its own file defines it. */
export const DEFINITIONS: Readonly<Record<SheetKind, DocumentDefinition>> = {
  ...{ D04, D06, D09, D10, D11, D12, D17, D18, D19, D21, D22 },
  ...{ D23, D24, D25, D26, D27, D28, D29, D32, D33, D34 },
};
