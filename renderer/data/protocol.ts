import { z } from 'zod';

import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { boardModelField } from '#shared/documents/board.ts';
import { DOSSIER_ORDERS } from '#shared/documents/dossier/manifest.ts';
import { narrowField } from '#shared/documents/media.ts';
import { LOOSE_KINDS, PAPER_KINDS } from '#shared/documents/papers/kinds.ts';
import { deadlineField, findingField } from '#shared/events/caseEvents.ts';
import { photoPurposeField, type PhotoCondition } from '#shared/events/evidenceEvents.ts';
import {
  countField,
  dateField,
  instantField,
  optionalTextField,
  orgField,
  sha256Field,
  textField,
  userField,
  uuidField,
} from '#shared/events/fields.ts';
import { procedureField, SOURCES } from '#shared/events/filingEvents.ts';
import { campaignsField, itemAnswerField } from '#shared/events/inspectionEvents.ts';
import { partyField } from '#shared/events/party.ts';
import { serviceFields } from '#shared/events/serviceEvents.ts';
import type { BundleState } from '#shared/exchange/bundleFormat.ts';
import { PAGE_RANGES } from '#shared/kernel/pageRanges.ts';

import type { BundlePreview, ImportResult } from './exchange/results.ts';
import { EXCHANGE_INPUTS, type ExchangeResults } from './exchangeProtocol.ts';
import { PUBLISH_INPUTS, type PublishResults } from './publishProtocol.ts';
import { REPORT_INPUTS, type ReportResults } from './reportProtocol.ts';
import { SITE_INPUTS, type SiteResults } from './siteProtocol.ts';
import type { SessionInfo, SyncStatus } from './status.ts';
import { DRAFT_KINDS } from './tables.ts';
import { TASK_INPUTS, type TaskResults } from './taskProtocol.ts';

/** The second officer confirms on this machine with the PIN (行政处罚法 §42: two officers). */
export const secondConfirmation = z.strictObject({ user: userField, pin: z.string().regex(/^\d{4,8}$/) });

/** The notice as the officer filled it; facts and party come from the case. */
export const noticeInput = z.strictObject({
  caseId: uuidField,
  matter: textField(20),
  facts: textField(2000),
  toCorrect: textField(1000),
  deadline: deadlineField,
  contact: textField(40),
  /** Photos of the case that the notice shows. */
  photos: z.array(sha256Field).max(2).optional(),
});

/** A new file as the officer filled it: where, what was seen, under which matter, and who is named so far. */
export const fileInput = z.strictObject({
  procedure: procedureField,
  source: z.enum(SOURCES),
  siteId: uuidField,
  report: uuidField.optional(),
  matter: textField(20),
  facts: textField(2000),
  party: partyField.optional(),
  photos: z.array(sha256Field).max(20),
  /** Certified officers sign in pairs; an assistant's clue has no signature. */
  second: secondConfirmation.optional(),
});

/** A local form in the making; saved on every change. */
export const inspectionDraft = z.strictObject({
  checklist: textField(60),
  checklistVersion: z.int().min(1),
  siteId: uuidField,
  startedAt: instantField,
  answers: z.array(itemAnswerField),
  note: optionalTextField(2000),
  report: uuidField.optional(),
  campaigns: campaignsField.optional(),
});
/** See `inspectionDraft`. */
export type InspectionDraft = z.infer<typeof inspectionDraft>;

/** A paper of a file, from the record with that event's id. */
const filePaper = z.strictObject({ caseId: uuidField, kind: z.enum(PAPER_KINDS), event: textField(200) });
/** See `filePaper`. */
export type FilePaperInput = z.infer<typeof filePaper>;
/** A paper outside of any case, from the record that its stream comes to. */
const loosePaper = z.strictObject({ stream: textField(60), kind: z.enum(LOOSE_KINDS) });
/** See `loosePaper`. */
export type LoosePaperInput = z.infer<typeof loosePaper>;

/** The board of the year plan as it was looked at. */
const boardPaper = z.strictObject({ model: boardModelField });

const blobKey = z.string().regex(/^(photo|thumb|doc):[0-9a-f]{64}$/);
const file = z.custom<Blob & { readonly name?: string }>((value) => value instanceof Blob);

/** Every command of the data worker: its input. What it answers stands in `CommandResults`. */
export const COMMANDS = {
  'session.signIn': z.strictObject({ user: userField, password: z.string().min(1).max(200) }),
  'session.setPin': z.strictObject({ pin: z.string().regex(/^\d{4,8}$/) }),
  'session.unlock': z.strictObject({ user: userField, pin: z.string().regex(/^\d{4,8}$/) }),
  'session.lock': z.strictObject({}),
  'session.changePassword': z.strictObject({ old: z.string().min(1).max(200), next: z.string().min(1).max(200) }),
  'session.changePin': z.strictObject({
    by: z.enum(['pin', 'password']),
    secret: z.string().min(1).max(200),
    pin: z.string().regex(/^\d{4,8}$/),
  }),
  ...SITE_INPUTS,
  ...REPORT_INPUTS,
  ...TASK_INPUTS,
  ...EXCHANGE_INPUTS,
  'draft.save': z.strictObject({
    id: uuidField,
    kind: z.enum(DRAFT_KINDS),
    content: z.unknown(),
  }),
  'draft.discard': z.strictObject({ id: uuidField }),
  'draft.newId': z.strictObject({}),
  'photo.import': z.strictObject({ file, name: z.string().max(400) }),
  'photo.load': z.strictObject({ key: blobKey, stream: z.string() }),
  /** Which case or inspection somebody reads now: its photos are fetched ahead. Null: none any more. */
  'photo.reading': z.strictObject({ stream: z.string().nullable() }),
  /** Lets refused photos and documents wait again: all, or the one with this key. */
  'inspection.submit': z.strictObject({
    draft: uuidField,
    content: inspectionDraft,
    photos: z.array(
      z.strictObject({ sha256: sha256Field, purpose: photoPurposeField, item: textField(20).optional() }),
    ),
  }),
  /** A month's value of an indicator, in its smallest unit; `id` becomes its stream's. */
  'indicator.enter': z.strictObject({
    id: uuidField,
    year: z.int(),
    indicator: textField(41),
    month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    value: countField,
    note: optionalTextField(500).optional(),
    report: sha256Field.optional(),
  }),
  'case.open': z.strictObject({
    siteId: uuidField,
    inspection: uuidField.optional(),
    findings: z.array(findingField).min(1),
    facts: textField(2000),
    photos: z.array(
      z.strictObject({ sha256: sha256Field, purpose: photoPurposeField, item: textField(20).optional() }),
    ),
    second: secondConfirmation,
  }),
  'case.fixOnSite': z.strictObject({
    caseId: uuidField,
    before: z.array(sha256Field).min(1),
    after: z.array(sha256Field).min(1),
    note: optionalTextField(1000),
    second: secondConfirmation,
  }),
  'case.recheck': z.strictObject({
    caseId: uuidField,
    result: z.enum(['fixed', 'not_fixed']),
    photos: z.array(sha256Field).min(1),
    note: optionalTextField(1000),
    second: secondConfirmation,
  }),
  /** Photos of a paper of the file as it was signed by hand. */
  'paper.scan': z.strictObject({
    caseId: uuidField,
    kind: z.enum(PAPER_KINDS),
    event: textField(200),
    photos: z.array(sha256Field).min(1).max(40),
  }),
  /** Said by pages that documents are made on: the first one must not wait for fonts and code. */
  'paper.prepare': z.strictObject({}),
  'paper.draw': z.union([filePaper, loosePaper, boardPaper]),
  /** Puts documents into the print queue of this device; `pages` as `1-2,4`, absent for all. */
  'print.order': z.strictObject({
    printer: z.string().min(1).max(127),
    items: z
      .array(
        z.strictObject({
          source: z.discriminatedUnion('is', [
            z.strictObject({ is: z.literal('document'), caseId: uuidField, document: uuidField }),
            filePaper.extend({ is: z.literal('paper') }),
            loosePaper.extend({ is: z.literal('loose') }),
            boardPaper.extend({ is: z.literal('board') }),
          ]),
          title: textField(200),
          copies: z.int().min(1).max(99),
          pages: z.string().max(100).regex(PAGE_RANGES).optional(),
          /** Small paper, for a document that has a narrow layout; absent: A4, as it was issued. */
          medium: narrowField.optional(),
        }),
      )
      .min(1)
      .max(200),
  }),
  /** An issued document, or a paper outside of any case, as it comes out on small paper. */
  'print.preview': z.union([
    z.strictObject({ caseId: uuidField, document: uuidField, medium: narrowField }),
    loosePaper.extend({ medium: narrowField }),
  ]),
  /** A failed job once more, or a waiting one at once. */
  'print.retry': z.strictObject({ id: uuidField }),
  'print.cancel': z.strictObject({ id: uuidField }),
  /** Takes what is over from the list. */
  'print.clear': z.strictObject({}),
  /** The dossier (案卷) of a case, its pieces in that order. How far it is stands in `MetaValues.dossier`. */
  'dossier.export': z.strictObject({ caseId: uuidField, order: z.enum(DOSSIER_ORDERS) }),
  'notice.preview': noticeInput,
  'notice.issue': noticeInput.extend({ second: secondConfirmation }),
  'notice.serve': z.strictObject({
    caseId: uuidField,
    document: uuidField,
    ...serviceFields,
    /** Now, where it is left out. */
    servedAt: serviceFields.servedAt.optional(),
    photos: z.array(sha256Field),
    second: secondConfirmation,
  }),
  'notice.deadline': z.strictObject({
    count: z.int().min(1).max(365),
    unit: z.enum(['working', 'calendar']),
    from: dateField.optional(),
  }),
  'number.void': z.strictObject({ caseId: uuidField, document: uuidField, reason: textField(500) }),
  /** Opens a file (案卷): ordinary, on the spot, or an illegal structure. */
  'file.open': fileInput,
  /** Ends an on-the-spot case and opens the ordinary file that goes on with it (行政处罚法 §54). */
  'file.convert': z.strictObject({ caseId: uuidField, reason: textField(1000), second: secondConfirmation }),
  /** An on-the-spot penalty from finding to decision: opens the file, records what was told and said, issues. */
  'spot.decide': fileInput.omit({ procedure: true, second: true }).extend({
    told: z.strictObject({
      objection: z.enum(['none', 'words', 'new_facts']),
      words: optionalTextField(2000).optional(),
    }),
    penalty: z.strictObject({ warning: z.boolean(), fineFen: countField }),
    second: secondConfirmation,
  }),
  /**
   * Takes an act of a file. `data`: what the form asked for; kind, instants left out, ids and officers are the worker's.
   * `anyway`: it happened, and is to be recorded against the rules.
   */
  'act.take': z.strictObject({
    caseId: uuidField,
    act: z.string().max(60),
    data: z.record(z.string(), z.unknown()),
    second: secondConfirmation.optional(),
    anyway: z.boolean(),
  }),
  'case.handOver': z.strictObject({ caseId: uuidField, to: orgField, reason: textField(1000) }),
  'supervision.return': z.strictObject({ caseId: uuidField, reason: textField(1000) }),
  'supervision.accept': z.strictObject({ caseId: uuidField, note: optionalTextField(1000) }),
  'sync.now': z.strictObject({}),
  /** Sends one refused item again, or all; `item` is an event's id or a blob's key. */
  'sync.retry': z.strictObject({ item: z.string().max(200).optional() }),
  /** Takes back an own refused item for good. */
  'sync.withdraw': z.strictObject({ item: z.string().max(200), reason: textField(500) }),
  'bundle.states': z.strictObject({}),
  'bundle.preview': z.strictObject({ bundle: uuidField }),
  'bundle.import': z.strictObject({ bundle: uuidField }),
  /** Somebody has read what was rebuilt after a loss of the store. */
  'rescue.dismiss': z.strictObject({}),
  'sync.carry': z.strictObject({ user: userField, password: z.string().min(1).max(200) }),
  'catalogue.read': z.strictObject({}),
  'people.list': z.strictObject({}),
  'device.approve': z.strictObject({ device: uuidField }),
  'device.revoke': z.strictObject({ device: uuidField, reason: textField(200) }),
  'device.lastSeen': z.strictObject({ devices: z.array(uuidField).max(200) }),
  ...PUBLISH_INPUTS,
} as const;

/** The name of a command. */
export type CommandName = keyof typeof COMMANDS;
/** What a command takes. */
export type CommandInput<C extends CommandName> = z.infer<(typeof COMMANDS)[C]>;

/** A refused command: a code with its own message, and what the message names. The form keeps its content. */
export type CommandError = {
  readonly code: string;
  readonly subject?: string | undefined;
  readonly article?: string | undefined;
};
/** What every command answers. */
export type CommandAnswer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CommandError };

/** A person of the own organisation as pickers show them. `hasPin`: has signed in on this machine and set a PIN. */
export type PersonInfo = {
  readonly user: string;
  readonly name: string;
  readonly org: string;
  readonly certificate?: string;
  readonly certificateExpiresOn?: string;
  readonly hasPin: boolean;
};

/** A file of an import that was not taken, and why; the rest of the batch goes on. */
export type ImportedPhoto = {
  readonly sha256: string;
  readonly name: string;
  readonly duplicate: boolean;
  readonly condition: PhotoCondition;
};

/**
 * A device's card was changed. `lists`: whether the lists that the server itself checks followed; `pending` when this
 * account may not write them, so that the next run of the server set-up does.
 */
export type DeviceChange = { readonly lists: 'done' | 'pending' };

/** An act was written; `number` of the document it issued. */
export type ActTaken = { readonly number?: string | undefined };

/**
 * A PDF that was drawn anew, and by what. `missingGlyphs`: characters that no font has; an empty square stands for each. `length`: of a strip
 * from a roll, in points.
 */
export type DrawnPaper = {
  readonly pdf: Blob;
  readonly pages: number;
  readonly missingGlyphs: readonly string[];
  readonly length?: number;
  readonly renderer: string;
};

/** A dossier as it is saved. `pages`: those that bear a number of the file. `missingGlyphs`: as of a `DrawnPaper`. */
export type ExportedDossier = {
  readonly zip: Blob;
  readonly pieces: number;
  readonly pages: number;
  readonly missingGlyphs: readonly string[];
};

type OwnResults = {
  readonly 'session.signIn': SessionInfo;
  readonly 'session.setPin': SessionInfo;
  readonly 'session.unlock': SessionInfo;
  readonly 'session.lock': SessionInfo;
  readonly 'session.changePassword': Record<string, never>;
  readonly 'session.changePin': SessionInfo;
  readonly 'draft.save': { readonly savedAt: string };
  readonly 'draft.discard': Record<string, never>;
  readonly 'draft.newId': { readonly id: string; readonly now: string };
  readonly 'photo.import': ImportedPhoto;
  readonly 'photo.load': { readonly blob: Blob };
  readonly 'photo.reading': Record<string, never>;
  readonly 'inspection.submit': { readonly inspectionId: string };
  readonly 'indicator.enter': Record<string, never>;
  readonly 'case.open': { readonly caseId: string };
  readonly 'case.fixOnSite': Record<string, never>;
  readonly 'case.recheck': Record<string, never>;
  readonly 'paper.prepare': Record<string, never>;
  readonly 'paper.draw': DrawnPaper;
  readonly 'paper.scan': ActTaken;
  readonly 'print.order': { readonly jobs: readonly string[] };
  readonly 'print.preview': DrawnPaper;
  readonly 'print.retry': Record<string, never>;
  readonly 'print.cancel': Record<string, never>;
  readonly 'print.clear': Record<string, never>;
  readonly 'dossier.export': ExportedDossier;
  readonly 'notice.preview': DrawnPaper;
  readonly 'notice.issue': { readonly document: string; readonly number: string; readonly pdfSha256: string };
  readonly 'notice.serve': Record<string, never>;
  /** `calendarKnown` is false when the holidays of a year it touches are not in the data: then only weekends count. */
  readonly 'notice.deadline': { readonly dueOn: string; readonly calendarKnown: boolean };
  readonly 'number.void': Record<string, never>;
  readonly 'file.open': { readonly caseId: string };
  readonly 'file.convert': { readonly caseId: string };
  /** The case; `number` of its decision, or why it stopped before there was one. */
  readonly 'spot.decide': ActTaken & { readonly caseId: string; readonly refused?: CommandError | undefined };
  readonly 'act.take': ActTaken;
  readonly 'case.handOver': Record<string, never>;
  readonly 'supervision.return': Record<string, never>;
  readonly 'supervision.accept': Record<string, never>;
  readonly 'sync.now': SyncStatus;
  readonly 'sync.retry': SyncStatus;
  /** What went with it, by id, and the document numbers that are void now. */
  readonly 'sync.withdraw': { readonly withdrawn: readonly string[]; readonly voided: readonly string[] };
  readonly 'bundle.states': Readonly<Record<string, BundleState>>;
  readonly 'bundle.preview': BundlePreview;
  readonly 'bundle.import': ImportResult;
  readonly 'rescue.dismiss': Record<string, never>;
  readonly 'sync.carry': { readonly carried: number };
  readonly 'catalogue.read': Catalogue;
  readonly 'people.list': readonly PersonInfo[];
  readonly 'device.approve': DeviceChange;
  readonly 'device.revoke': DeviceChange;
  /** When each device was last at the server and with whom, as it said itself; devices that never said it are absent. */
  readonly 'device.lastSeen': Readonly<Record<string, { readonly at: string; readonly user: string }>>;
};

/** What each command answers when it is done. */
export type CommandResults = OwnResults & SiteResults & ReportResults & TaskResults & ExchangeResults & PublishResults;
