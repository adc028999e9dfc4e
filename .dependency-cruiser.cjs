/** The arrows of the design. A rule's comment says what an import in the wrong direction would cost. */
const capability =
  '^src/(protocol|directory|cases|referrals|programmes|boards|report|people|rights|interop|audit|imports)/';
const pureFolder = (folder) => `^src/[^/]+/${folder}/`;
const spec = '\\.spec\\.tsx?$';

/** Which libs a lib may build on. */
const libs = {
  decider: [],
  disclosure: [],
  ledger: ['event-log'],
  document: [],
  'event-log': ['decider'],
  terms: ['event-log'],
  vault: ['decider', 'event-log'],
  projection: ['decider', 'event-log'],
  publishing: ['decider', 'event-log', 'projection'],
  policy: ['decider', 'event-log', 'projection'],
  service: ['decider', 'event-log', 'projection', 'policy', 'publishing', 'vault', 'terms', 'document'],
};

const libRules = Object.entries(libs).map(([lib, allowed]) => ({
  name: `lib-${lib}`,
  comment: `${lib} builds on ${allowed.join(', ') || 'nothing'}: machinery stays in layers.`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: [spec, 'contract', 'testing'] },
  to: { path: '^libs/', pathNot: [lib, ...allowed].map((each) => `^libs/${each}/`) },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Modules that need each other are one module, and load in an order nobody chose.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'libs-know-no-product',
      comment: 'The machinery has no word of the domain in it.',
      severity: 'error',
      from: { path: '^libs/', pathNot: spec },
      to: { path: '^(src|test)/' },
    },
    ...libRules,
    {
      name: 'one-way-into-a-lib',
      comment: 'A lib is what its index says; everything else may change.',
      severity: 'error',
      from: { path: '^(src|libs)/([^/]+)/', pathNot: spec },
      to: {
        path: '^libs/([^/]+)/',
        pathNot: [
          '^libs/[^/]+/index\\.ts$',
          '^libs/[^/]+/adapters/[^/]+/index\\.ts$',
          '^libs/ledger/verifier/index\\.ts$',
          '^libs/[^/]+/(contract|specification)\\.ts$',
          '^$1/$2/',
        ],
      },
    },
    {
      name: 'adapters-only-in-modes',
      comment: 'Which engine runs is decided in one place.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/modes/', '^src/cli/copies\\.ts$', spec, '/testing/'] },
      to: { path: '^libs/(event-log|projection|publishing|vault|ledger)/adapters/' },
    },
    {
      name: 'the-verifier-stands-alone',
      comment: 'Whoever checks a record must not have to trust the code that kept it: texts, hashes and keys only.',
      severity: 'error',
      from: { path: '^(libs/ledger/verifier/|src/cli/verify\\.ts)', pathNot: spec },
      to: {
        path: [
          '^libs/(?!ledger/)',
          '^libs/ledger/(adapters/|witness/|index|ledger|port|sequencer)',
          '^src/(?!cli/verify)',
          'node_modules/(?!@types/node/)',
        ],
        reachable: true,
      },
    },
    {
      name: 'reports-reach-neither-log-nor-keys',
      comment: 'Whoever makes reports cannot leak what the process has no code for: no adapter of a log or of a vault.',
      severity: 'error',
      from: { path: '^src/modes/report\\.ts$' },
      to: { path: '^libs/(event-log|vault)/adapters/|node_modules/@kurrent/', reachable: true },
    },
    {
      name: 'modes-load-when-asked-for',
      comment: 'The entry names no mode before it knows which: a process holds nothing of the others.',
      severity: 'error',
      from: { path: '^src/main\\.ts$' },
      to: { path: '^src/(modes/(embedded|distributed|report)|app\\.module)\\.ts$', dynamic: false },
    },
    {
      name: 'nest-only-in-service-and-src',
      comment: 'Machinery that outlives a framework does not import it.',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/service/', spec] },
      to: { path: 'node_modules/@nestjs/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'Rules depend on rules: deciders, the protocol, and what counting needs.',
      severity: 'error',
      from: { path: pureFolder('domain'), pathNot: spec },
      to: {
        pathNot: [
          '^src/[^/]+/domain/',
          '^src/protocol/',
          '^libs/(decider|terms|disclosure)/',
          // What others publish beside their facts: how a plan stands, how a case counts.
          '^src/[^/]+/published/',
          // The report's rules count the documents of its own views.
          '^src/report/views/',
          // Audit replays: its rules are about the record itself.
          '^libs/(event-log|projection)/index\\.ts$',
        ],
      },
    },
    {
      name: 'views-fold-only',
      comment: 'A view that could reach more than events and facts could not be replayed.',
      severity: 'error',
      from: { path: pureFolder('views'), pathNot: spec },
      to: {
        pathNot: [
          '^src/[^/]+/views/',
          '^src/[^/]+/domain/',
          '^src/[^/]+/published/',
          '^src/protocol/',
          '^libs/(decider|projection|terms)/index\\.ts$',
        ],
      },
    },
    {
      name: 'policies-only-decide-what-follows',
      severity: 'error',
      from: { path: pureFolder('policies'), pathNot: spec },
      to: { pathNot: ['^src/[^/]+/(domain|views|published)/', '^src/protocol/', '^libs/(policy|decider)/index\\.ts$'] },
    },
    {
      name: 'published-tells-events',
      severity: 'error',
      from: { path: pureFolder('published'), pathNot: spec },
      to: {
        pathNot: [
          // Of editions as well, whose events are in a folder of the report's.
          '^src/[^/]+/(release/)?(domain|published)/',
          '^src/protocol/index\\.ts$',
          '^libs/(publishing|decider|projection)/index\\.ts$',
        ],
      },
    },
    {
      name: 'capabilities-meet-at-published',
      comment: 'A capability knows another by what it publishes; questions go through src/questions.ts.',
      severity: 'error',
      from: { path: capability, pathNot: spec },
      to: {
        path: capability,
        pathNot: ['^src/$1/', '^src/[^/]+/published/', '^src/protocol/index\\.ts$', '^src/people/'],
      },
    },
    {
      name: 'one-way-to-ask',
      comment: 'Who answers a question is not for whoever asks it to know.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/questions(/|\\.ts$)' },
      to: { path: '^src/questions/' },
    },
    {
      name: 'not-to-spec',
      comment: 'Nothing ships with its tests.',
      severity: 'error',
      from: { pathNot: [spec, '^test/'] },
      to: { path: spec },
    },
    {
      name: 'declared-dependencies',
      comment: 'What is imported is in package.json, and what ships is not a development tool.',
      severity: 'error',
      from: { path: '^(src|libs)/', pathNot: [spec, 'contract', 'specification', 'testing', 'readback'] },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^test/bench/peers/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      exportsFields: ['exports'],
    },
  },
};
