interface Trouble {
  /** Why there is no worker, and what to do about it, for the developer of the page. */
  explain(error: unknown): Promise<string>;
}

/** What a page's policy refused, as the browser tells it. */
interface Violation {
  readonly effectiveDirective: string;
  readonly blockedURI: string;
}

/** Watches the making of a worker: browsers tell a page hardly more than that it failed. */
export function watchForTrouble(script: string | URL | undefined): Trouble {
  let violation: Violation | undefined;
  const page = globalThis.document as Document | undefined;
  const listen = (event: Violation): void => void (violation ??= event);
  page?.addEventListener('securitypolicyviolation', listen);

  return {
    async explain(error) {
      const cause = await (script === undefined ? undefined : whyNotThere(script));
      page?.removeEventListener('securitypolicyviolation', listen);
      if (violation) {
        const { effectiveDirective, blockedURI } = violation;
        const wanted = blockedURI.startsWith('blob') ? 'blob:' : blockedURI;
        return `the Content-Security-Policy of the page refused it (${effectiveDirective}: ${blockedURI}). Allow ${wanted} there.`;
      }
      return cause ?? `${String(error).replace(/[.!?]*$/, '')}. Is it the file of the same version, and unchanged?`;
    },
  };
}

/** Asks for the script as the browser does. `undefined`: it is there, and a script. */
async function whyNotThere(script: string | URL): Promise<string | undefined> {
  try {
    const response = await fetch(script, { cache: 'force-cache' });
    const type = response.headers.get('Content-Type') ?? 'no type';
    if (!response.ok) return `${script} answers ${response.status}. Put the file there, or set workerUrl.`;
    return /javascript|ecmascript/.test(type)
      ? undefined
      : `${script} is served as ${type}. Serve it as text/javascript, or set workerUrl.`;
  } catch {
    return `${script} can't be fetched. When it is of another origin, that has to answer with Access-Control-Allow-Origin.`;
  }
}
