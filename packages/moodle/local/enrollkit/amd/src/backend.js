/**
 * The backend of the elements on a page of Moodle: the Enrollkit server by a token that Moodle gives, or Moodle's own
 * records; and what teachers do, which goes through Moodle either way.
 *
 * @module     local_enrollkit/backend
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */
import { asker } from 'local_enrollkit/ask';
import { bookings, certificates } from 'local_enrollkit/records';

/** A token is asked anew so long before it ends. */
const MARGIN_MS = 30_000;

/**
 * The one backend of a page.
 *
 * @param {object} kit What the file of the kit exports
 * @param {object} config As PHP says it: page::config()
 * @returns {object} A backend, as the elements want it
 */
export const openBackend = (kit, config) => {
  const ask = asker(kit);
  // Moodle knows better what the status is than the kit's rules do.
  if (config.way === 'moodle') return { rules: 'host', ...bookings(kit, ask), ...certificates(kit, ask) };

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
  return { ...others, ...bookings(kit, ask) };
};

/** Keeps the token of the page until shortly before it ends, and asks for another when the server refuses it. */
const tokenKeeper = (ask) => {
  let kept = { token: undefined, until: 0 };
  return async ({ refresh = false } = {}) => {
    if (refresh || Date.now() > kept.until - MARGIN_MS) {
      const { token, expires } = await ask('create_token', {}, { isQuiet: true });
      kept = { token: token ?? undefined, until: expires * 1000 };
    }
    return kept.token;
  };
};
