import type { Checklist } from '../inspection/checklist.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';

import type { DivisionFile } from './division.ts';
import type { ReportLimits } from './limitFile.ts';
import type { Matter } from './matter.ts';
import type { Power } from './powerFile.ts';
import type { Settings } from './settingsFile.ts';

/** Everything a bureau edits, parsed: what records made now are judged by. `version` is the hash of its parts. */
export type Catalogue = {
  readonly version: string;
  readonly matters: readonly Matter[];
  readonly checklists: readonly Checklist[];
  readonly divisions: DivisionFile['divisions'];
  /** Days off by which periods are counted: those that come with the app, and the years a bureau set over them. */
  readonly calendar: WorkCalendar;
  /** 赋权清单: who may handle which matters where; empty where a bureau has no such file (see `powerOf`). */
  readonly powers: readonly Power[];
  readonly settings: Settings;
  /** How fast reports are to be answered, and of what they may be. */
  readonly limits: ReportLimits;
};
