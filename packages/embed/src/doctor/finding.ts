/** A page that is looked at: this one, or one in a frame of the same site. */
export type PageWindow = Window & typeof globalThis;

/** Something that keeps the kit from working on a page, or may do so. */
export interface Finding {
  readonly code: FindingCode;
  /** What it is about: a tag, an address, a version. */
  readonly about: string;
  /** What is the case. */
  readonly what: string;
  /** What to do. */
  readonly todo: string;
}

/** Everything that the doctor knows of, with what to do. */
export const FINDINGS = {
  'no-script': {
    what: 'The page has elements of the kit, but none of its scripts.',
    todo: 'Add one: <script src="/enrollkit-rest.iife.js" defer></script>.',
  },
  'script-missing': {
    what: 'A script of the kit can’t be fetched.',
    todo: 'Put the file there, or correct the address.',
  },
  'wrong-mime-type': {
    what: 'A script of the kit is served as something else, so browsers refuse it.',
    todo: 'Have the server send .js files as text/javascript.',
  },
  'changed-file': {
    what: 'A script of the kit isn’t the file that was published: something on the way has changed it.',
    todo: 'Leave these files out of minifying and combining; they are minified already.',
  },
  'blocked-by-policy': {
    what: 'The page’s Content-Security-Policy refuses something of the kit.',
    todo: 'Allow the named address in the named directive.',
  },
  'script-failed': {
    what: 'A script of the kit ended with an error.',
    todo: 'Look at the error. On an old browser, or beside code that changes built-in objects, load the kit first.',
  },
  'amd-without-shim': {
    what: 'RequireJS loads the kit, which is not an AMD module, and waits for its define() forever.',
    todo: 'Name it in the configuration: shim: { enrollkit: { exports: "Enrollkit" } }, or use a script tag.',
  },
  'defined-twice': {
    what: 'A tag was defined twice; the first one stays.',
    todo: 'Load the kit once, or give the second a prefix: the -manual file and defineElements({ prefix }).',
  },
  'not-defined': {
    what: 'A tag of the kit is on the page, but no script has defined it.',
    todo: 'Load the file that has it (<feed-check> has one of its own), or correct the spelling.',
  },
  'corrupted-templates': {
    what: 'An element has lost its values: white space was taken out of its templates.',
    todo: 'Leave the kit’s files out of minifying, and put the published ones back.',
  },
  'no-language': {
    what: 'The page doesn’t say its language, so the kit speaks Dutch.',
    todo: 'Write <html lang="nl">, or the language that it is in.',
  },
  'odd-language': {
    what: 'The page says its language in a way that browsers can’t read.',
    todo: 'Write it as in HTML: nl, en-GB.',
  },
  'no-backend': {
    what: 'An element has no backend to ask.',
    todo: 'Put it in <enrollkit-backend type="rest" base-url="…">, or call Enrollkit.setDefaultBackend().',
  },
  'server-unreachable': {
    what: 'The server of a backend doesn’t answer this page.',
    todo: 'Look at base-url, at whether the server runs, and at ENROLLKIT_ALLOWED_ORIGINS.',
  },
  'no-token': {
    what: 'The address for tokens returns none.',
    todo: 'Have it return { "token": "…" } to the page’s own visitors, never from a cache.',
  },
  'stream-blocked': {
    what: 'The server’s stream of changes doesn’t come through: pages see what others change only when they are loaded.',
    todo: 'Switch off buffering for /events in the proxy (nginx: proxy_buffering off).',
  },
} as const satisfies Record<string, { readonly what: string; readonly todo: string }>;

export type FindingCode = keyof typeof FINDINGS;

export function finding(code: FindingCode, about: string): Finding {
  return { code, about, ...FINDINGS[code] };
}
