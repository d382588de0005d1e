<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * What an administrator has set.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * What an administrator has set, also by $CFG->forced_plugin_settings['local_enrollkit'] in config.php.
 */
class settings {
    /** Records are at the Enrollkit server. */
    public const WAY_SERVER = 'server';

    /** Records are Moodle's own. */
    public const WAY_MOODLE = 'moodle';

    /**
     * Where the records are.
     *
     * @return string One of the two constants.
     */
    public static function way(): string {
        return self::get('way') === self::WAY_MOODLE ? self::WAY_MOODLE : self::WAY_SERVER;
    }

    /**
     * The address of the server.
     *
     * @return string Without a slash at its end; empty when nobody has set one that is allowed.
     */
    public static function server(): string {
        $address = rtrim(trim(self::get('server')), '/');
        return self::is_address($address) ? $address : '';
    }

    /**
     * The key of the server. Never for a page.
     *
     * @return string Empty when there is none, or when this site can't read it any more.
     */
    public static function key(): string {
        global $CFG;
        $stored = self::get('key');
        if ($stored === '' || isset($CFG->forced_plugin_settings['local_enrollkit']['key'])) {
            return $stored;
        }
        try {
            return \core\encryption::decrypt($stored);
        } catch (\moodle_exception $e) {
            // Restored without the folder of Moodle's secrets: the page for tests says what to do.
            return '';
        }
    }

    /**
     * Whose records visitors see on a server of several providers.
     *
     * @return string Empty on a server of one provider.
     */
    public static function provider_id(): string {
        return trim(self::get('providerid'));
    }

    /**
     * Whether an account's e-mail address is proven to be the person's own.
     *
     * @return bool
     */
    public static function trusts_email(): bool {
        return (bool) self::get('trustemail');
    }

    /**
     * Whether enrolments and completions are told to the server.
     *
     * @return bool
     */
    public static function tells_server(): bool {
        return self::get('tellserver') && self::can_ask_server();
    }

    /**
     * Whether there is a server, and a key for it.
     *
     * @return bool
     */
    public static function can_ask_server(): bool {
        return self::way() === self::WAY_SERVER && self::server() !== '' && self::key() !== '';
    }

    /**
     * Whether a key may be sent to an address: it must not travel in the open.
     *
     * @param string $address
     * @return bool
     */
    public static function is_address(string $address): bool {
        $parts = parse_url($address);
        if (!is_array($parts) || empty($parts['host']) || isset($parts['user']) || isset($parts['query'])) {
            return false;
        }
        $scheme = strtolower($parts['scheme'] ?? '');
        $ishere = in_array($parts['host'], ['localhost', '127.0.0.1', '[::1]'], true);
        return $scheme === 'https' || ($scheme === 'http' && $ishere);
    }

    /**
     * A setting as it is stored.
     *
     * @param string $name
     * @return string
     */
    private static function get(string $name): string {
        $value = get_config('local_enrollkit', $name);
        return is_scalar($value) ? (string) $value : '';
    }
}
