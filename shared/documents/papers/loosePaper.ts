import type { OrgCard } from '../../access/directory.ts';
import type { EventData } from '../../events/registry.ts';
import type { SiteData } from '../../events/siteEvents.ts';
import type { Checklist } from '../../inspection/checklist.ts';
import type { Copy } from '../copies.ts';
import type { Stub } from '../form.ts';
import type { Block, FormModel } from '../formModel.ts';

import type { LooseKind } from './kinds.ts';

/** A submitted inspection, and what the app knows beside it. */
export type InspectionSource = {
  /** Id of the inspection. */
  readonly id: string;
  readonly org: OrgCard;
  /** Of the site, in full. */
  readonly address: string;
  readonly inspection: EventData<'inspection.submitted'>;
  readonly checklist: Checklist;
  /** SHA-256 of what is printed of a photo, by that of its original; others are not shown. */
  readonly prints: ReadonlyMap<string, string>;
};

/** A shop of the register as it stands. */
export type SiteSource = {
  readonly org: OrgCard;
  /** In full. */
  readonly address: string;
  readonly site: SiteData;
  /** When the paper is drawn. */
  readonly at: string;
};

/** What each kind is made from. */
export type LooseSources = { readonly D37: SiteSource; readonly D38: InspectionSource };

/** A paper outside of any case: what it is made from, and what it says. */
export type LoosePaper<K extends LooseKind> = {
  readonly kind: K;
  /** Goes up with every change of wording or layout. */
  readonly template: number;
  readonly title: string;
  readonly copies: readonly Copy[];
  /** The record it is made from, in words of the list of documents. */
  readonly of: string;
  /** When what it records was written. */
  readonly madeAt: (source: LooseSources[K]) => string;
  readonly blocks: (source: LooseSources[K]) => readonly Block[];
  readonly stub?: (source: LooseSources[K]) => Stub;
  /** What its code says; absent on a paper without one. */
  readonly code?: (source: LooseSources[K]) => NonNullable<FormModel['code']>;
};
