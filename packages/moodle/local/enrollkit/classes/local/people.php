<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Who somebody of this site is to the Enrollkit server.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * Who somebody of this site is to the Enrollkit server.
 */
class people {
    /** Who tries the connection. */
    public const SUBJECT_OF_TESTS = 'moodle:test';

    /** As long as the server takes a name. */
    private const MAX_NAME = 200;

    /**
     * The id of somebody's bookings at the server. It names the site too: two Moodles of one provider, such as one for tests,
     * have other people under the same number.
     *
     * @param int $userid
     * @return string
     */
    public static function external_id(int $userid): string {
        return 'moodle-' . substr(hash('sha256', get_site_identifier()), 0, 10) . ':' . $userid;
    }

    /**
     * What somebody is called.
     *
     * @param \stdClass $user
     * @return string
     */
    public static function name(\stdClass $user): string {
        return \core_text::substr(trim(fullname($user, true)), 0, self::MAX_NAME);
    }

    /**
     * The person for whom a token is asked. Participants are known by their account, and by their e-mail address only where
     * an administrator has said that accounts prove it: whoever may choose an address would else see what belongs to another.
     *
     * @param \stdClass $user
     * @return array|null As `POST /tokens` wants it; null: a visitor.
     */
    public static function person(\stdClass $user): ?array {
        if (empty($user->id) || isguestuser($user)) {
            return null;
        }
        $id = self::external_id((int) $user->id);
        $person = ['subject' => $id, 'name' => self::name($user)];
        if (has_capability('local/enrollkit:manage', \context_system::instance(), $user)) {
            return $person + ['role' => 'provider'];
        }
        $person += ['role' => 'participant', 'external_id' => $id];
        if (settings::trusts_email() && !empty($user->email)) {
            $person['email'] = $user->email;
        }
        return $person;
    }

    /**
     * A token with which somebody changes one booking, so that its history names them and not the site.
     *
     * @param \stdClass $user Who was seen to be allowed.
     * @param string $bookingid
     * @return string
     */
    public static function token_to_mark(\stdClass $user, string $bookingid): string {
        $answer = server::create_token([
            'subject' => self::external_id((int) $user->id),
            'name' => self::name($user),
            'role' => 'provider',
            'booking_ids' => [$bookingid],
            'expires_in' => 60,
        ]);
        return (string) ($answer['token'] ?? '');
    }
}
