/** Name and version of the renderer: for one model it always writes the same bytes. Raise it with any visible change. */
export const RENDERER_VERSION = 'sheet-7 pdfmake-0.3.11';
