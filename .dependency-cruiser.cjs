const TEST = '\\.test\\.tsx?$|/testing/';
const DOMAIN = 'inspection|case|site|report|task|supervision|programme|evidence|documents';

/** The import rules of the house, stated once; `ARCHITECTURE.md` says them in words. */
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    rule('no-circular', {}, { circular: true }),
    rule('no-unresolvable', {}, { couldNotResolve: true, pathNot: '^electron$|\\?(worker|url|raw|inline)' }),
    rule('shared-imports-only-shared', { path: '^shared/' }, { path: '^(main|preload|renderer|e2e|scripts)/' }),
    rule('shared-is-runtime-neutral', { path: '^shared/', pathNot: TEST }, { dependencyTypes: ['core'] }),
    rule(
      'shared-npm-allowlist',
      { path: '^shared/', pathNot: TEST },
      {
        dependencyTypes: ['npm', 'npm-dev', 'npm-no-pkg', 'npm-unknown'],
        pathNot: 'node_modules/(zod|@noble/(hashes|curves)|chinese-days|qr)/',
      },
    ),
    rule('kernel-is-leaf', { path: '^shared/kernel/', pathNot: TEST }, { path: '^shared/(?!kernel/)' }),
    rule(
      'kernel-npm-allowlist',
      { path: '^shared/kernel/', pathNot: TEST },
      { path: 'node_modules/(?!@noble/hashes/|chinese-days/)' },
    ),
    rule(
      'events-know-only-kernel',
      { path: '^shared/events/', pathNot: TEST },
      { path: '^shared/(?!kernel/|events/)' },
    ),
    rule('bridge-is-outermost-in-shared', { path: '^shared/(?!bridge/)' }, { path: '^shared/bridge/' }),
    rule('preload-only-bridge', { path: '^preload/' }, { path: '^(main|renderer|e2e|scripts)/|^shared/(?!bridge/)' }),
    rule(
      'renderer-not-privileged',
      { path: '^renderer/' },
      { path: '^(main|preload|scripts)/|^electron$|node_modules/electron/' },
    ),
    rule(
      'screens-do-not-store',
      { path: '^renderer/(?!data/|queries/)', pathNot: TEST },
      { path: 'node_modules/(dexie|pouchdb[^/]*|pdfmake)/|^renderer/data/(?!(client|protocol|status|tables)\\.ts$)' },
    ),
    rule(
      'queries-only-read',
      { path: '^renderer/queries/', pathNot: TEST },
      { path: 'node_modules/(pouchdb[^/]*|pdfmake)/|^renderer/(screens|app)/' },
    ),
    rule(
      'data-worker-has-no-ui',
      { path: '^renderer/data/' },
      { path: '^renderer/(?!data/)|node_modules/(react|@mantine)' },
    ),
    rule('main-not-ui', { path: '^main/' }, { path: '^(renderer|preload|scripts)/|node_modules/(react|@mantine)' }),
    rule('main-knows-no-rules', { path: '^main/' }, { path: `^shared/(${DOMAIN})/` }),
    rule(
      'electron-only-in-shell',
      { path: '^main/', pathNot: '^main/(shell|bridge|keys|printing|files)/|^main/index\\.ts$' },
      { path: '^electron$|node_modules/electron/' },
    ),
    rule(
      'screens-do-not-cross',
      { path: '^renderer/screens/([^/]+)/' },
      { path: '^renderer/screens/[^/]+/', pathNot: '^renderer/screens/$1/' },
    ),
    rule('components-are-dumb', { path: '^renderer/components/' }, { path: '^renderer/(?!components/)' }),
    rule(
      'app-is-not-packed-with-scripts',
      { path: '^(main|preload|renderer|shared)/', pathNot: TEST },
      { path: '^scripts/' },
    ),
    rule('prod-not-test', { pathNot: `${TEST}|^e2e/` }, { path: `${TEST}|^e2e/` }),
    rule(
      'app-packages-are-declared',
      { path: '^(main|preload|renderer|shared)/', pathNot: TEST },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(out|dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};

function rule(name, from, to) {
  return { name, severity: 'error', from, to };
}
