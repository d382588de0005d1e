/**
 * Calls the external functions of this plugin.
 *
 * @module     local_enrollkit/ask
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */
import { call } from 'core/ajax';

/** What Moodle and this plugin call a problem, and what the elements do. Anything else is as if nobody had answered. */
const CODES = {
  nopermissions: 'forbidden',
  requireloginerror: 'forbidden',
  servicerequireslogin: 'unauthorized',
  invalidsesskey: 'unauthorized',
  invalidparameter: 'invalid',
  errornotfound: 'not-found',
  errorconflict: 'conflict',
  errorduplicate: 'duplicate',
  errortoolarge: 'too-large',
  errormediatype: 'unsupported-media-type',
};

/**
 * Calls go with the session's key; a refusal becomes an error that elements understand.
 *
 * @param {object} kit What the file of the kit exports
 * @returns {(name: string, args: object, options?: { isQuiet?: boolean }) => Promise<object>} `isQuiet`: it is no sign that
 *   somebody is still there, and nobody is sent to sign in because of it
 */
export const asker =
  (kit) =>
  async (name, args, { isQuiet = false } = {}) => {
    try {
      const [answer] = call([{ methodname: `local_enrollkit_${name}`, args }], true, true, isQuiet);
      return await answer;
    } catch (error) {
      throw new kit.EnrollkitError(CODES[error.errorcode] ?? 'unavailable', error.message ?? name, { cause: error });
    }
  };
