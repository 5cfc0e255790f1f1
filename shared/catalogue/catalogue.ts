import type { Checklist } from '../inspection/checklist.ts';
import type { WorkCalendar } from '../kernel/workCalendar.ts';
import type { Programme } from '../programme/programme.ts';

import type { Campaign } from './campaignFile.ts';
import type { DivisionFile } from './division.ts';
import type { ReportLimits } from './limitFile.ts';
import type { Matter } from './matter.ts';
import type { Power } from './powerFile.ts';
import type { Register } from './register.ts';
import type { Settings } from './settingsFile.ts';

/** By whom and when a version of a checklist was published. */
export type Publishing = {
  readonly checklist: string;
  readonly version: number;
  readonly by: string;
  readonly at: string;
};

/** By whom and when a version of the plan of a year was published. */
export type PublishedPlan = {
  readonly year: number;
  readonly version: number;
  readonly by: string;
  readonly at: string;
};

/** Everything a bureau edits, parsed: what records made now are judged by. `version` is the hash of its parts. */
export type Catalogue = {
  readonly version: string;
  readonly matters: readonly Matter[];
  readonly checklists: readonly Checklist[];
  /** Those of the checklists that came by the server; the others are files. */
  readonly published: readonly Publishing[];
  /** Kinds of things that lists are kept of (台账), in the order in which they are offered. */
  readonly registers: readonly Register[];
  readonly divisions: DivisionFile['divisions'];
  /** Days off by which periods are counted: those that come with the app, and the years a bureau set over them. */
  readonly calendar: WorkCalendar;
  /** 赋权清单: who may handle which matters where; empty where a bureau has no such file (see `powerOf`). */
  readonly powers: readonly Power[];
  /** 年度计划 of each year there is one of, in every version. */
  readonly programmes: readonly Programme[];
  /** Those of the plans that came by the server; the others are files. */
  readonly publishedProgrammes: readonly PublishedPlan[];
  readonly settings: Settings;
  /** How fast reports are to be answered, and of what they may be. */
  readonly limits: ReportLimits;
  /** 专项行动 that inspections may be marked with. */
  readonly campaigns: readonly Campaign[];
};
