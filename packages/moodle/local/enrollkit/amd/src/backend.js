/**
 * The backend of the elements on a page of Moodle: the Enrollkit server by a token that Moodle gives, or Moodle's own
 * records; and what teachers do, which goes through Moodle either way.
 *
 * @module     local_enrollkit/backend
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */
import { call } from 'core/ajax';

/** A token is asked anew so long before it ends. */
const MARGIN_MS = 30_000;

/** What Moodle and this plugin call a problem, and what the elements do. Anything else is as if nobody had answered. */
const CODES = {
  nopermissions: 'forbidden',
  requireloginerror: 'forbidden',
  servicerequireslogin: 'unauthorized',
  invalidsesskey: 'unauthorized',
  invalidparameter: 'invalid',
  errornotfound: 'not-found',
  errorconflict: 'conflict',
};

/**
 * The one backend of a page.
 *
 * @param {object} kit What the file of the kit exports
 * @param {object} config As PHP says it: page::config()
 * @returns {object} A backend, as the elements want it
 */
export const openBackend = (kit, config) => {
  const ask = asker(kit);
  const { server: baseUrl, providerId, signedIn, marks } = config;
  const rest = kit.openRestBackend({
    baseUrl,
    ...(providerId && { providerId }),
    ...(signedIn ? { getToken: tokenKeeper(ask) } : { visitor: true }),
  });
  if (!marks) return rest;
  // A teacher's own token shows their own bookings; those of the course come through Moodle, which knows whom they teach.
  // Without `subscribe` the elements tell each other what they did: the server's stream is about other bookings.
  const { subscribe: _, ...others } = rest;
  return { ...others, ...statuses(kit, ask) };
};

/** Statuses through Moodle's external functions. */
const statuses = (kit, ask) => {
  const getEnrollments = async (ids) => {
    const { bookings } = await ask('get_bookings', { ids });
    const found = new Map(bookings.map((booking) => [booking.id, kit.fromWireBooking(booking)]));
    return ids.map((id) => found.get(id));
  };
  const getEnrollment = async (id) => {
    const [enrollment] = await getEnrollments([id]);
    if (enrollment) return enrollment;
    throw new kit.EnrollkitError('not-found', `No booking ${id} for this person`);
  };
  return {
    getEnrollments,
    getEnrollment,
    async changeStatus(id, to, { expectedVersion = 0, note = '' } = {}) {
      const change = { id, status: kit.toWireName(to), note, version: expectedVersion };
      try {
        return kit.fromWireBooking(await ask('mark_booking', change));
      } catch (error) {
        if (error.code !== 'conflict') throw error;
        throw new kit.EnrollkitError('conflict', error.message, { cause: error, current: await getEnrollment(id) });
      }
    },
  };
};

/** Keeps the token of the page until shortly before it ends, and asks for another when the server refuses it. */
const tokenKeeper = (ask) => {
  let kept = { token: undefined, until: 0 };
  return async ({ refresh = false } = {}) => {
    if (refresh || Date.now() > kept.until - MARGIN_MS) {
      // Quietly: it is no sign that somebody is still there, and nobody is sent to sign in because of it.
      const { token, expires } = await ask('create_token', {}, { isQuiet: true });
      kept = { token: token ?? undefined, until: expires * 1000 };
    }
    return kept.token;
  };
};

/** Calls an external function of this plugin, with the session's key; a refusal is an error that elements understand. */
const asker =
  (kit) =>
  async (name, args, { isQuiet = false } = {}) => {
    try {
      const [answer] = call([{ methodname: `local_enrollkit_${name}`, args }], true, true, isQuiet);
      return await answer;
    } catch (error) {
      throw new kit.EnrollkitError(CODES[error.errorcode] ?? 'unavailable', error.message ?? name, { cause: error });
    }
  };
