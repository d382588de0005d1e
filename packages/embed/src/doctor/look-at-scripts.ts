import { finding, type Finding, type PageWindow } from './finding.js';
import { TAGS } from './look-at-elements.js';

const OWN_FILE = /\/enrollkit[\w.-]*\.js(\?.*)?$/;
/** Files that define no elements. */
const HELPER = /enrollkit-(doctor|frame|loader|feed-worker)|-manual/;

interface Require {
  readonly s?: { readonly contexts?: { readonly _?: { readonly config?: AmdConfig } } };
}
interface AmdConfig {
  readonly enforceDefine?: boolean;
  readonly paths?: Readonly<Record<string, string>>;
  readonly shim?: Readonly<Record<string, { readonly exports?: unknown } | undefined>>;
}

export async function lookAtScripts(page: PageWindow): Promise<readonly Finding[]> {
  const scripts = [...page.document.querySelectorAll<HTMLScriptElement>('script[src]')].filter(({ src }) =>
    OWN_FILE.test(src),
  );
  const tags = Object.keys(TAGS).filter((tag) => page.document.querySelector(tag));
  if (scripts.length === 0 && tags.some((tag) => !page.customElements.get(tag)))
    return [finding('no-script', tags.join())];
  return [...(await Promise.all(scripts.map((script) => lookAtScript(page, script)))).flat(), ...amdWithoutShim(page)];
}

async function lookAtScript(page: PageWindow, script: HTMLScriptElement): Promise<readonly Finding[]> {
  const { src } = script;
  const answer = await page.fetch(src, { cache: 'force-cache' }).catch(() => undefined);
  if (answer && !answer.ok) return [finding('script-missing', `${src}: HTTP ${answer.status}`)];
  const type = answer?.headers.get('Content-Type') ?? '';
  if (answer && !/javascript|ecmascript/.test(type))
    return [finding('wrong-mime-type', `${src}: ${type || 'no type'}`)];
  const changed = answer && (await isChanged(page, src, await answer.arrayBuffer()));
  const isMissed = !HELPER.test(src) && !hasDefined(page);
  return [...(changed ? [finding('changed-file', src)] : []), ...(isMissed ? [await runAgain(page, script)] : [])];
}

/** Whether any tag of the kit is there: a file that ran has defined all of its own. */
const hasDefined = (page: PageWindow): boolean => Object.keys(TAGS).some((tag) => page.customElements.get(tag));

/** Compares with what the manifest beside it says, when there is one. */
async function isChanged(page: PageWindow, src: string, bytes: ArrayBuffer): Promise<boolean> {
  try {
    const { files } = (await (await page.fetch(new URL('./files.json', src))).json()) as {
      readonly files: readonly { readonly name: string; readonly integrity: string }[];
    };
    const name = new URL(src).pathname.split('/').at(-1);
    const listed = files.find((file) => file.name === name)?.integrity;
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));
    return listed !== undefined && listed !== `sha384-${btoa(String.fromCharCode(...digest))}`;
  } catch {
    // Without the manifest, or over plain http, nobody can tell.
    return false;
  }
}

/** Browsers tell why a script didn't run only while it happens: it is asked to once more. */
function runAgain(page: PageWindow, { src, type, nonce }: HTMLScriptElement): Promise<Finding> {
  const { document } = page;
  const stop = new AbortController();
  return new Promise<Finding>((resolve) => {
    const listen = { signal: stop.signal };
    let error = 'It ran, and defined nothing';
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, blockedURI }) => {
        resolve(finding('blocked-by-policy', `${effectiveDirective}: ${blockedURI}`));
      },
      listen,
    );
    page.addEventListener('error', ({ message }) => (error = message), listen);
    const script = Object.assign(document.createElement('script'), { type });
    if (nonce) script.nonce = nonce;
    const end = (code: 'script-failed' | 'script-missing'): void =>
      void setTimeout(() => resolve(finding(code, `${src}: ${error}`)));
    script.addEventListener('load', () => end('script-failed'));
    script.addEventListener('error', () => end('script-missing'));
    try {
      script.src = src;
      document.head.append(script);
    } catch {
      // Trusted Types: nobody may run it once more.
      resolve(finding('script-failed', `${src}: the console says why`));
    }
  }).finally(() => stop.abort());
}

/** RequireJS may have taken the script off the page again: what it was told counts. */
function amdWithoutShim(page: PageWindow): readonly Finding[] {
  const config = (page as { readonly requirejs?: Require }).requirejs?.s?.contexts?._?.config;
  if (!config?.enforceDefine) return [];
  return Object.entries(config.paths ?? {})
    .filter(([name, path]) => OWN_FILE.test(`/${path}.js`) && !config.shim?.[name]?.exports)
    .map(([name]) => finding('amd-without-shim', name));
}
