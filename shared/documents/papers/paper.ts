import type { OrgCard } from '../../access/directory.ts';
import type { ActKey } from '../../case/procedures/names.ts';
import type { CaseState, TimelineEntry } from '../../case/state.ts';
import type { Matter } from '../../catalogue/matter.ts';
import type { EventEnvelope } from '../../events/envelope.ts';
import type { CaseEventType, EventData } from '../../events/registry.ts';
import type { Block } from '../formModel.ts';

import type { PaperKind } from './kinds.ts';

/** An event of a case, of one type. */
export type EventOf<T extends CaseEventType> = {
  [K in CaseEventType]: EventEnvelope<K> & { readonly type: K; readonly data: EventData<K> };
}[T];

/** What a paper is made from. */
export type PaperSource<T extends CaseEventType = CaseEventType> = {
  readonly org: OrgCard;
  readonly state: CaseState;
  readonly address: string;
  /** The catalogue's words on the matter, when the catalogue still has it. */
  readonly matter?: Matter | undefined;
  /** The record that this paper is of. */
  readonly event: EventOf<T>;
  /** Everything else that counts in the case, in order. */
  readonly events: readonly EventOf<CaseEventType>[];
  /** SHA-256 of what is printed of a photo, by that of its original; photos that no program can show have none. */
  readonly prints?: ReadonlyMap<string, string> | undefined;
  /** The name of an organisation as it is printed, or its id where nobody knows the name. */
  readonly orgName: (org: string) => string;
  /** The name of an account, or the account where nobody knows the name. */
  readonly nameOf: (user: string) => string;
};

/** A paper of a file: of which record it is made, and what it says. */
export type Paper<T extends CaseEventType = CaseEventType> = {
  readonly kind: PaperKind;
  /** Goes up with every change of wording or layout. */
  readonly template: number;
  readonly title: string;
  readonly of: T;
  /** Only records of these kinds; absent for all of the type. */
  readonly acts?: readonly ActKey[];
  /** Only where the case stands so; absent wherever there is such a record. */
  readonly isFor?: (state: Pick<CaseState, 'documents' | 'timeline'>, entry: TimelineEntry) => boolean;
  /** One paper for all records of the type, offered at the last of them. */
  readonly once?: true;
  /** The photos that it shows; absent on papers without any. */
  readonly photos?: (source: Pick<PaperSource, 'events'>) => readonly EventOf<'photo.added'>[];
  /** Label of the signature that each page needs (现场笔录、询问笔录). */
  readonly eachPage?: string;
  readonly blocks: (source: PaperSource<T>) => readonly Block[];
};

/** Declares a paper; the compiler ties what it says to the type of its record. */
export function paperOf<T extends CaseEventType>(paper: Paper<T>): Paper {
  return paper as unknown as Paper;
}
