/**
 * Loads the kit on pages that have an element of it, whenever that comes: with the page, or with what is loaded later.
 *
 * @module     local_enrollkit/kit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */
import { openBackend } from 'local_enrollkit/backend';

/** Elements that are in a file of their own. */
const FOR_GROUPS = ['enrollment-roster', 'certificate-bundle'];

let isStarted = false;

/**
 * Begins to look. A page calls this once for each text with an element in it; once is enough.
 *
 * @param {object} config As PHP says it: page::config()
 */
export const init = (config) => {
  if (isStarted) return;
  isStarted = true;
  const kit = onFirst(['enrollkit-backend'], () => start(config));
  void kit.then(() => onFirst(FOR_GROUPS, () => startGroups(config)));
};

/** The kit with our backend. Tags are defined last, so that what is on the page finds its backend at once. */
const start = async (config) => {
  const kit = await loadOnce('Enrollkit', 'openRestBackend', 'enrollkit-rest-manual.iife.js', config);
  const backend = openBackend(kit, config);
  kit.defineBackendType('moodle', () => backend);
  kit.defineElements();
};

const startGroups = async (config) => {
  const groups = await loadOnce('EnrollkitGroups', 'defineElements', 'enrollkit-groups-manual.iife.js', config);
  groups.defineElements();
};

/** Does something when the first element with one of these names is there. A list of tags is live, and costs nothing to look at. */
const onFirst = (tags, act) =>
  new Promise((resolve) => {
    const lists = tags.map((tag) => document.getElementsByTagName(tag));
    const look = () => {
      if (!lists.some(({ length }) => length > 0)) return false;
      observer.disconnect();
      act().then(resolve, (error) => window.console.error('[enrollkit] The kit could not be loaded.', error));
      return true;
    };
    const observer = new MutationObserver(look);
    if (!look()) observer.observe(document.documentElement, { childList: true, subtree: true });
  });

/**
 * A file of the kit by a script tag, and not by RequireJS, which would want a define() in it. What another plugin has
 * brought already is used, if it has what is needed.
 */
const loadOnce = (name, needed, file, { kit, version }) =>
  new Promise((resolve, reject) => {
    const isThere = () => window[name]?.[needed] !== undefined;
    if (isThere()) {
      resolve(window[name]);
      return;
    }
    const script = document.createElement('script');
    script.src = `${kit}${file}?v=${version}`;
    script.onload = () => (isThere() ? resolve(window[name]) : reject(new Error(`${script.src} is not the kit.`)));
    script.onerror = () => reject(new Error(`${script.src} can't be loaded.`));
    document.head.append(script);
  });
