import encodeQR from 'qr';

import type { FormRow } from '#shared/documents/form.ts';
import type { SheetModel } from '#shared/documents/sheetModel.ts';

/** The page that prints a sheet by the engine: the same paper, type and fonts. `regular` and `bold`: addresses of the fonts. */
export function pageHtml(fonts: { readonly regular: string; readonly bold: string }): string {
  return `<!doctype html><meta charset="utf-8"><style>
@font-face { font-family: sheet; font-weight: 400; src: url("${fonts.regular}"); }
@font-face { font-family: sheet; font-weight: 700; src: url("${fonts.bold}"); }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
body { margin: 0; font: 16pt/29pt sheet; width: 156mm; }
h1 { font-size: 20pt; line-height: 32pt; margin: 0; text-align: center; letter-spacing: 3pt; }
h2 { font-size: 22pt; line-height: 40pt; margin: 0; text-align: center; letter-spacing: 5pt; }
p { margin: 0; text-indent: 2em; text-align: justify; }
table { border-collapse: collapse; width: 100%; font-size: 14pt; line-height: 19pt; break-inside: avoid; }
td { border: 0.6pt solid; padding: 3pt 5pt; } td:nth-child(odd) { font-size: 12pt; width: 96pt; }
.code { position: absolute; top: 0; right: 0; width: 22mm; height: 22mm; }
.photo { display: block; width: 215pt; margin: 6pt auto; } .small { font-size: 12pt; line-height: 18pt; }
.end { display: flex; justify-content: space-between; break-inside: avoid; }
</style><body></body><script>
globalThis.show = async (html) => {
  document.body.innerHTML = html;
  // A hidden window draws no frames: what waits for one (decode(), fonts.ready) would wait for a second.
  await Promise.all([...document.images].filter(({ complete }) => !complete).map((image) => new Promise((done) => (image.onload = done))));
};
globalThis.ready = Promise.all([document.fonts.load('400 16pt sheet'), document.fonts.load('700 16pt sheet')]).then(() => true);
</script>`;
}

/** A sheet's words in the order in which the renderer sets them, its code, and its photos at these addresses. */
export function sheetHtml(model: SheetModel, code: string, photos: readonly string[]): string {
  return [
    encodeQR(code, 'svg', { ecc: 'medium', border: 1 }).replace('<svg', '<svg class="code"'),
    `<h1>${model.agency}</h1><h2>${model.title}</h2><div style="text-align:right">${model.number}</div>`,
    table([...model.party, ...model.glance]),
    ...model.sections.map(({ heading, paragraphs, items }) =>
      [
        `<p><b>${heading}</b>${paragraphs[0] ?? ''}</p>`,
        ...[...paragraphs.slice(1), ...items].map((text) => `<p>${text}</p>`),
      ].join(''),
    ),
    ...photos.map(
      (src, at) => `<img class="photo" src="${src}"><div class="small">${model.photos?.[at]?.caption ?? ''}</div>`,
    ),
    `<div class="end small"><div>${[
      ...model.officers.map((one) => `${one.label}：${one.name}<br>${one.certificateLabel}：${one.certificate}`),
      ...model.contact.map(({ label, value }) => `${label}：${value}`),
    ].join(
      '<br>',
    )}</div><div>${model.signature.agency}<br>${model.signature.date}<br>${model.signature.seal}</div></div>`,
    model.receipt === undefined ? '' : table(Object.values(model.receipt).map((label) => ({ label, value: '　' }))),
    `<div class="small">${model.copies}${model.endMark}</div>`,
    model.stub === undefined
      ? ''
      : `<div class="small">${model.stub.cut}　${model.stub.heading}</div>${table(model.stub.rows)}`,
  ].join('');
}

function table(rows: readonly FormRow[]): string {
  return `<table>${rows.map(({ label, value }) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('')}</table>`;
}
