import type { Copy } from './copies.ts';
import type { RemedyBodies } from './fileWording.ts';
import type { FormRow } from './form.ts';
import type { SheetInput, SheetKind } from './sheetInput.ts';
import type { SheetList } from './sheetModel.ts';

/** Why a document cannot be made: nothing verified to cite, no remedy bodies set, no penalty, nothing said. */
export type SheetRefusal =
  | 'no_verified_citation'
  | 'remedy_unknown'
  | 'no_penalty_named'
  | 'empty_field'
  // of one kind of document: what it is about was not recorded, or the bureau's account is not set
  | 'no_record'
  | 'payee_unknown';

/** What the parts of a document are made from, checked. */
export type Checked = SheetInput & {
  /** The norms it stands on, as printed. */
  readonly basis: string;
  /** The norms that were broken, as printed. */
  readonly rule: string;
  /** The penalty in words; empty where the document names none. */
  readonly imposed: string;
  readonly bodies: RemedyBodies;
};

/** One numbered part of the text. `bold`: its first paragraph is what the party must not overlook. */
export type Part = {
  readonly heading: string;
  readonly text: (input: Checked) => readonly string[];
  readonly bold?: true;
};

/** A document of a file: what it says, in which order, on what it stands, and who gets it. */
export type DocumentDefinition = {
  readonly kind: SheetKind;
  /** Goes up with every change of wording or layout; each printed document names its own. */
  readonly template: number;
  readonly title: string;
  /** The word of the kind in a number. Huangshi's own words are not known: a proposal. */
  readonly abbreviation: string;
  /** Names a penalty and stands on its norm; others stand on the norm that orders to stop or to perform. */
  readonly penalty?: true;
  /** Stands on a law of procedure that its parts name, and cites nothing of the matter. */
  readonly procedural?: true;
  /** What a document that gets a number cannot be without, beside what every one needs. */
  readonly missing?: (input: SheetInput) => SheetRefusal | undefined;
  /** More of what must be seen first. */
  readonly glance?: (input: SheetInput) => readonly FormRow[];
  /** What is listed under the text; undefined where there is nothing to list. */
  readonly list?: (input: Checked) => SheetList | undefined;
  /** Who signs by hand beside receiver and seal. */
  readonly signers?: readonly string[];
  /** Tells where the party may turn; without the bodies set it is not made (行政复议法 §20). */
  readonly remedy?: true;
  readonly copies: readonly Copy[];
  readonly parts: readonly Part[];
};
