declare module 'express-pouchdb' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  type Options = { readonly mode: string; readonly overrideMode?: { readonly exclude?: readonly string[] } };
  export default function expressPouchDb(
    pouch: unknown,
    options: Options,
  ): (req: IncomingMessage, res: ServerResponse) => void;
}
declare module 'pouchdb-adapter-leveldb' {
  const plugin: unknown;
  export default plugin;
}
declare module 'pouchdb-replication' {
  const plugin: unknown;
  export default plugin;
}
