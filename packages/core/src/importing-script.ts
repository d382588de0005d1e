/**
 * The script of a worker that imports another, which may be of another origin and so can be no worker itself. What the page
 * says before that is there is said to it again: messages are heard from the end of a worker's own script on, not of an import.
 *
 * Asked for by a call, the other is a script like others for the page's policy, and not one more worker. What fails is an
 * error of the worker only when it is thrown there.
 *
 * @example
 * new Blob([importingScript('https://cdn.example/feed-worker.js')], { type: 'text/javascript' });
 */
export function importingScript(address: string): string {
  return `let early = true;
const script = import(${JSON.stringify(address)})
  .catch((error) => setTimeout(() => { throw error; }))
  .then(() => { early = false; });
addEventListener('message', ({ data, ports }) => {
  if (early) script.then(() => dispatchEvent(new MessageEvent('message', { data, ports: [...ports] })));
});`;
}
