import { readFileSync } from 'node:fs';

import { build } from 'vite';

import { inProject } from '../run/project.mjs';

/** Where the built page lies. */
export const VERIFY_PAGE: string = inProject('resources/verify/index.html');

/** The page that verifies codes: one file that asks no server for anything. */
export async function builtPage(): Promise<string> {
  const output = await build({
    configFile: false,
    root: inProject('.'),
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2020',
      lib: { entry: inProject('scripts/verifyPage/page.ts'), formats: ['iife'], name: 'verifyPage' },
    },
  });
  const chunk = [output]
    .flat()
    .flatMap((result) => ('output' in result ? result.output : []))
    .find((part) => part.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('the page did not build');
  const script = chunk.code.trim().replaceAll('</script', '<\\/script');
  return readFileSync(inProject('scripts/verifyPage/page.html'), 'utf8').replace('/* page */', () => script);
}
