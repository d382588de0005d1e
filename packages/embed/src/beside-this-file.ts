// Known only while the script is running for the first time. On a server there is none.
const script = 'document' in globalThis && document.currentScript;
const here =
  script && 'src' in script && script.src ? script.src : (import.meta.url as string | undefined) || document.baseURI;

/** The address of a file that lies beside the one that this is in; beside the page, where scripts were put into one. */
export function besideThisFile(name: string): string {
  return new URL(name, here).href;
}
