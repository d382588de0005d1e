<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Bookings, wherever they are kept.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * Bookings, wherever they are kept, in the words of the server's API. They answer to the current user: what one may not see
 * is as good as not there.
 */
abstract class bookings {
    /** Statuses that people set, in the words of the API. */
    public const BY_HAND = ['enrolled', 'started', 'completed', 'did not pass', 'no-show'];

    /** What stays of somebody who isn't enrolled any more. */
    public const RESULTS = ['completed', 'did not pass', 'no-show'];

    /** As long as a note may be. */
    public const MAX_NOTE = 500;

    /**
     * Those of this site.
     *
     * @return self
     */
    public static function of_site(): self {
        return settings::way() === settings::WAY_MOODLE ? new moodle_bookings() : new server_bookings();
    }

    /**
     * Bookings by id, in that order. Those that aren't there, or not for the current user, are left out.
     *
     * @param string[] $ids
     * @return array[]
     */
    abstract public function read(array $ids): array;

    /**
     * Sets a status by hand.
     *
     * @param string $id
     * @param string $status One of BY_HAND.
     * @param string $note Why; may be empty.
     * @param int $version That was seen; 0: whatever it is.
     * @return array The booking.
     */
    abstract public function mark(string $id, string $status, string $note, int $version): array;

    /**
     * The bookings of a person, the newest first.
     *
     * @param int $userid
     * @param int $courseid 0: in every course.
     * @return string[] Ids.
     */
    abstract public function ids_of(int $userid, int $courseid = 0): array;

    /**
     * The courses that bookings are of.
     *
     * @param string[] $ids
     * @return int[] Ids of courses by the id of the booking.
     */
    abstract public function courses_of(array $ids): array;

    /**
     * The bookings of those who take part in a course now.
     *
     * @param int $courseid
     * @return array Ids by the id of the user.
     */
    abstract public function ids_in(int $courseid): array;
}
