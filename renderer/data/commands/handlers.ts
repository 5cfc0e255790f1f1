import type { Handlers } from '../dispatch.ts';

import { ACT_COMMANDS } from './actCommands.ts';
import { BUNDLE_COMMANDS } from './bundleCommands.ts';
import { CARRY_COMMANDS } from './carryCommands.ts';
import { CASE_COMMANDS } from './caseCommands.ts';
import { CHECKLIST_COMMANDS } from './checklistCommands.ts';
import { DEVICE_COMMANDS } from './deviceCommands.ts';
import { DOSSIER_COMMANDS } from './dossierCommands.ts';
import { EXCHANGE_COMMANDS } from './exchangeCommands.ts';
import { FILE_COMMANDS } from './fileCommands.ts';
import { HANDOVER_COMMANDS } from './handoverCommands.ts';
import { INDICATOR_COMMANDS } from './indicatorCommands.ts';
import { INSPECTION_COMMANDS } from './inspectionCommands.ts';
import { LOCAL_COMMANDS } from './localCommands.ts';
import { NOTICE_COMMANDS } from './noticeCommands.ts';
import { PAPER_COMMANDS } from './paperCommands.ts';
import { PHOTO_COMMANDS } from './photoCommands.ts';
import { PRINT_COMMANDS } from './printCommands.ts';
import { REPORT_COMMANDS } from './reportCommands.ts';
import { SESSION_COMMANDS } from './sessionCommands.ts';
import { SITE_COMMANDS } from './siteCommands.ts';
import { SPOT_COMMANDS } from './spotCommands.ts';
import { SYNC_COMMANDS } from './syncCommands.ts';
import { TASK_COMMANDS } from './taskCommands.ts';

/** Every command with its handler; the compiler proves that none is missing. */
export const HANDLERS: Handlers = {
  ...SESSION_COMMANDS,
  ...LOCAL_COMMANDS,
  ...CARRY_COMMANDS,
  ...SITE_COMMANDS,
  ...PHOTO_COMMANDS,
  ...INSPECTION_COMMANDS,
  ...INDICATOR_COMMANDS,
  ...CASE_COMMANDS,
  ...FILE_COMMANDS,
  ...SPOT_COMMANDS,
  ...ACT_COMMANDS,
  ...HANDOVER_COMMANDS,
  ...NOTICE_COMMANDS,
  ...PAPER_COMMANDS,
  ...PRINT_COMMANDS,
  ...DOSSIER_COMMANDS,
  ...SYNC_COMMANDS,
  ...BUNDLE_COMMANDS,
  ...DEVICE_COMMANDS,
  ...REPORT_COMMANDS,
  ...CHECKLIST_COMMANDS,
  ...TASK_COMMANDS,
  ...EXCHANGE_COMMANDS,
};
