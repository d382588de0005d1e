/**
 * Moodle's core/ajax for an ES module: it is an AMD module, which the page's loader has.
 *
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */
const ajax = new Promise((resolve, reject) => {
  window.require(['core/ajax'], resolve, reject);
});

/**
 * Calls external functions.
 *
 * @param {object[]} requests
 * @param {...*} options As core/ajax takes them
 * @returns {Promise[]} An answer for each request
 */
export const call = (requests, ...options) => {
  const answers = ajax.then((loaded) => loaded.call(requests, ...options));
  return requests.map((_, index) => answers.then((all) => all[index]));
};
