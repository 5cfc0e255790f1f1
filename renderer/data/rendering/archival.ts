import { PDFArray, PDFHeader, PDFHexString, PDFName, PDFObjectCopier, type PDFDocument } from '@cantoo/pdf-lib';

import { sha256Hex } from '#shared/kernel/hash.ts';

import { inXml } from './xml.ts';

/** What a file says of itself. `at`: when it was made. */
export type About = {
  readonly title: string;
  readonly author: string;
  readonly creator: string;
  readonly producer: string;
  readonly at: Date;
};

const INTENTS = PDFName.of('OutputIntents');

/**
 * Makes a bound file what an archive takes (PDF/A-1b, ISO 19005-1): the library binds, and says nothing of colours, of the file
 * itself beyond its description, or of its identity. `part`: one of its parts, which brings the profile of its colours (§6.2.2).
 */
export function makeArchival(bound: PDFDocument, part: PDFDocument, about: About): void {
  const { context, catalog } = bound;
  context.header = PDFHeader.forVersion(1, 4);
  const intents = part.catalog.lookup(INTENTS, PDFArray);
  catalog.set(INTENTS, PDFObjectCopier.for(part.context, context).copy(intents));
  // Read without unpacking, as §6.7.2 wants it.
  const xmp = context.stream(new TextEncoder().encode(xmpOf(about)), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(xmp));
  const id = PDFHexString.of(sha256Hex(new TextEncoder().encode(JSON.stringify(about))).slice(0, 32));
  context.trailerInfo.ID = context.obj([id, id]);
}

/** The description of the file once more, in the form of XMP: both must say the same (§6.7.3). */
function xmpOf({ title, author, creator, producer, at }: About): string {
  const date = at.toISOString().replace(/\.\d+Z$/, 'Z');
  return `<?xpacket begin="\u{FEFF}" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${inXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${inXml(author)}</rdf:li></rdf:Seq></dc:creator>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreatorTool>${inXml(creator)}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${inXml(producer)}</pdf:Producer>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>1</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}
