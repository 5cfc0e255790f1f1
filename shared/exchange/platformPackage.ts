import { utf8ToBytes } from '@noble/hashes/utils.js';

import { zipParts, type ZipFile } from '../documents/dossier/zip.ts';
import type { EventData } from '../events/registry.ts';
import { csvText } from '../kernel/csv.ts';
import { sha256Hex } from '../kernel/hash.ts';

/** A record as it goes out: its own fields, what was found wrong, and the photos it names. */
export type RecordOut = {
  readonly fields: Readonly<Record<string, string>>;
  readonly photosBefore?: readonly string[] | undefined;
  readonly photosAfter?: readonly string[] | undefined;
  readonly hazards?: readonly (Readonly<Record<string, string | readonly string[]>> & {
    readonly photos: readonly string[];
  })[];
};

/** What a package says of itself. */
export type PackageHead = {
  readonly package: string;
  readonly platform: EventData<'exchange.packed'>['platform'];
  readonly org: string;
  readonly orgName: string;
  readonly app: string;
  readonly madeAt: string;
};

const README = `本数据包由巡执导出，用文件交给平台，不经网络推送。
manifest.json 列出每个文件的 SHA-256；records.json 与 records.csv 内容相同；照片按 SHA-256 命名。
字段名用 GB/T 47678.5-2026 所给名称；时间为 UTC（ISO 8601），坐标系见 crs，未作换算。
SXDMYZ、checklistYZ 为“未核实”的，代码或检查表未与标准原文核对。空值表示没有数据。
不含举报人和当事人信息。
回执请用 CSV 或 JSON：列 package、taskNo、result（received 或 returned）、reason（退回时必填）。
`;

/** The photos that records name, each once. */
export function photosIn(records: readonly RecordOut[]): readonly string[] {
  const all = records.flatMap(({ photosBefore = [], photosAfter = [], hazards = [] }) => [
    ...photosBefore,
    ...photosAfter,
    ...hazards.flatMap(({ photos }) => photos),
  ]);
  return [...new Set(all)];
}

/**
 * The files of a package as one ZIP. The same records, photos and head give the same bytes. `missing`: photos that are named and not
 * here, which the manifest says.
 */
export function packageZip(
  head: PackageHead,
  records: readonly RecordOut[],
  photos: readonly ZipFile[],
  missing: readonly string[],
): Uint8Array[] {
  const files: readonly ZipFile[] = [
    { name: 'README.txt', bytes: utf8ToBytes(README) },
    { name: 'records.json', bytes: json({ ...head, records: records.map(jsonOf) }) },
    { name: 'records.csv', bytes: utf8ToBytes(csvText(linesOf(records))) },
    ...photos,
  ];
  const listed = files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256Hex(bytes) }));
  const manifest = {
    schema: 'xunzhi.platform.v1',
    ...head,
    records: records.length,
    missingPhotos: missing,
    files: listed,
  };
  return zipParts([...files, { name: 'manifest.json', bytes: json(manifest) }]);
}

function json(value: unknown): Uint8Array {
  return utf8ToBytes(`${JSON.stringify(value, null, 2)}\n`);
}

function jsonOf({ fields, photosBefore, photosAfter, hazards }: RecordOut): unknown {
  return { ...fields, photosBefore, photosAfter, hazards };
}

/** A line for each case, or for each hazard; lists of photos in one cell. */
function linesOf(records: readonly RecordOut[]): readonly (readonly string[])[] {
  const rows = records.flatMap(({ fields, photosBefore = [], photosAfter = [], hazards }) =>
    hazards === undefined
      ? [{ ...fields, photosBefore: photosBefore.join(' '), photosAfter: photosAfter.join(' ') }]
      : hazards.map((hazard) => ({ ...fields, ...flat(hazard) })),
  );
  const heads = Object.keys(rows[0] ?? {});
  return [heads, ...rows.map((row) => heads.map((head) => (row as Readonly<Record<string, string>>)[head] ?? ''))];
}

function flat(hazard: Readonly<Record<string, string | readonly string[]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(hazard).map(([key, value]) => [key, typeof value === 'string' ? value : value.join(' ')]),
  );
}
