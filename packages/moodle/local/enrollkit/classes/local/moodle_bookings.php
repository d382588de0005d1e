<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Bookings that are Moodle's own.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * Bookings on Moodle's own tables: an enrolment is one, its id is the course and the user (`12-7`). What Moodle can't say,
 * such as a no-show, is in this plugin's table of marks; what it says itself is never written.
 */
class moodle_bookings extends bookings {
    /** Seconds to wait for somebody else who marks the same person. */
    private const PATIENCE = 5;

    /**
     * Bookings by id, read in a few questions however many they are.
     *
     * @param string[] $ids
     * @return array[]
     */
    public function read(array $ids): array {
        $seen = [];
        foreach (array_unique($ids) as $id) {
            $pair = self::pair($id);
            if ($pair && access::may_see($pair[0], $pair[1])) {
                $seen[$id] = $pair;
            }
        }
        if (!$seen) {
            return [];
        }
        $facts = new moodle_facts(array_unique(array_column($seen, 0)), array_unique(array_column($seen, 1)));
        $found = [];
        foreach ($seen as $id => [$courseid, $userid]) {
            $booking = $facts->booking($id, $courseid, $userid);
            if ($booking) {
                $found[] = $booking + ['allowed' => self::allowed($courseid, $userid)];
            }
        }
        return $found;
    }

    /**
     * Sets a status by hand: it counts from now on, until something later happens.
     *
     * @param string $id
     * @param string $status
     * @param string $note
     * @param int $version
     * @return array
     */
    public function mark(string $id, string $status, string $note, int $version): array {
        global $DB, $USER;
        [$courseid, $userid] = self::pair($id) ?? [0, 0];
        if (!$courseid || !access::may_mark($courseid, $userid)) {
            throw new \moodle_exception('errornotfound', 'local_enrollkit');
        }
        $lock = \core\lock\lock_config::get_lock_factory('local_enrollkit')->get_lock("mark-$id", self::PATIENCE);
        if (!$lock) {
            throw new \moodle_exception('errorbusy', 'local_enrollkit');
        }
        try {
            $before = $this->read([$id])[0] ?? null;
            if (!$before) {
                throw new \moodle_exception('errornotfound', 'local_enrollkit');
            }
            if ($version > 0 && $before['version'] !== $version) {
                throw new \moodle_exception('errorconflict', 'local_enrollkit');
            }
            $DB->insert_record('local_enrollkit_mark', (object) [
                'courseid' => $courseid, 'userid' => $userid, 'status' => $status, 'note' => $note === '' ? null : $note,
                'usermodified' => $USER->id, 'timecreated' => time(),
            ]);
        } finally {
            $lock->release();
        }
        return $this->read([$id])[0];
    }

    /**
     * The bookings of a person: their enrolments.
     *
     * @param int $userid
     * @param int $courseid
     * @return string[]
     */
    public function ids_of(int $userid, int $courseid = 0): array {
        $courses = $courseid ? [$courseid] : array_reverse(array_keys(enrol_get_users_courses($userid, true, 'id')));
        $ids = [];
        foreach ($courses as $one) {
            if (access::takes_part((int) $one, $userid)) {
                $ids[] = "$one-$userid";
            }
        }
        return $ids;
    }

    /**
     * The courses that bookings are of.
     *
     * @param string[] $ids
     * @return int[]
     */
    public function courses_of(array $ids): array {
        $courses = [];
        foreach ($ids as $id) {
            if ($pair = self::pair($id)) {
                $courses[$id] = $pair[0];
            }
        }
        return $courses;
    }

    /**
     * The bookings of those who take part.
     *
     * @param int $courseid
     * @return array
     */
    public function ids_in(int $courseid): array {
        $ids = [];
        foreach (access::participants($courseid) as $userid) {
            $ids[$userid] = "$courseid-$userid";
        }
        return $ids;
    }

    /**
     * Course and user of an id.
     *
     * @param string $id
     * @return int[]|null
     */
    public static function pair(string $id): ?array {
        return preg_match('/^([1-9]\d{0,9})-([1-9]\d{0,9})$/D', $id, $found) ? [(int) $found[1], (int) $found[2]] : null;
    }

    /**
     * What the current user may do.
     *
     * @param int $courseid
     * @param int $userid
     * @return string[]
     */
    private static function allowed(int $courseid, int $userid): array {
        return access::may_mark($courseid, $userid)
            ? ['enrollment.change-status', 'certificate.upload', 'certificate.remove']
            : [];
    }
}
