import { lookAtElements } from './look-at-elements.js';
import { lookAtScripts } from './look-at-scripts.js';
import { lookAtServers } from './look-at-servers.js';
import type { Finding, PageWindow } from './finding.js';

/**
 * Looks for what keeps the kit from working on a page. Answers what it found, with what to do; nothing when all is well. Call it
 * when the page has loaded.
 *
 * @example console.table(await Enrollkit.diagnose())
 */
export async function diagnose(page: PageWindow = window): Promise<readonly Finding[]> {
  const [scripts, servers] = await Promise.all([lookAtScripts(page), lookAtServers(page)]);
  return [...scripts, ...lookAtElements(page), ...servers];
}
