import type { FormModel } from './formModel.ts';
import type { SheetModel } from './sheetModel.ts';

/** Whatever the renderer can print: a numbered document, or a paper of the file. */
export type PrintedModel = SheetModel | FormModel;
