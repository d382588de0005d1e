<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Who may see and mark whom.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * Who may see and mark whom: everybody themselves, teachers those of their courses and groups.
 */
class access {
    /** @var array Courses that were looked up for this request, by id. */
    private static $courses = [];

    /**
     * Whether the current user may see how somebody does in a course.
     *
     * @param int $courseid
     * @param int $userid
     * @return bool
     */
    public static function may_see(int $courseid, int $userid): bool {
        global $USER;
        if (!isloggedin() || isguestuser()) {
            return false;
        }
        return (int) $USER->id === $userid || self::may_mark($courseid, $userid);
    }

    /**
     * Whether the current user may mark somebody in a course. In separate groups only their own.
     *
     * @param int $courseid
     * @param int $userid
     * @return bool
     */
    public static function may_mark(int $courseid, int $userid): bool {
        $course = self::course($courseid);
        if (!$course) {
            return self::may_manage();
        }
        if (!self::marks_in($courseid)) {
            return false;
        }
        return self::may_manage() || groups_user_groups_visible($course, $userid);
    }

    /**
     * Whether the current user marks participants of a course.
     *
     * @param int $courseid
     * @return bool
     */
    public static function marks_in(int $courseid): bool {
        $context = \context_course::instance($courseid, IGNORE_MISSING);
        return $context && !isguestuser() && has_capability('local/enrollkit:mark', $context);
    }

    /**
     * Whether the current user acts for the provider on every page.
     *
     * @return bool
     */
    public static function may_manage(): bool {
        return has_capability('local/enrollkit:manage', \context_system::instance());
    }

    /**
     * Whether somebody takes part in a course, so that their enrolment is a booking.
     *
     * @param int $courseid
     * @param int $userid
     * @return bool
     */
    public static function takes_part(int $courseid, int $userid): bool {
        $context = \context_course::instance($courseid, IGNORE_MISSING);
        // Who is suspended has not withdrawn. Administrators may do everything, and take part in nothing by that.
        return $context && is_enrolled($context, $userid) &&
            has_capability('local/enrollkit:participate', $context, $userid, false);
    }

    /**
     * Those who take part in a course.
     *
     * @param int $courseid
     * @return int[]
     */
    public static function participants(int $courseid): array {
        $context = \context_course::instance($courseid, IGNORE_MISSING);
        $users = $context ? get_enrolled_users($context, 'local/enrollkit:participate', 0, 'u.id') : [];
        return array_map('intval', array_keys($users));
    }

    /**
     * A course, or null when it isn't there any more.
     *
     * @param int $courseid
     * @return \stdClass|null
     */
    private static function course(int $courseid): ?\stdClass {
        global $DB;
        if (!array_key_exists($courseid, self::$courses)) {
            self::$courses[$courseid] = $DB->get_record('course', ['id' => $courseid]) ?: null;
        }
        return self::$courses[$courseid];
    }

    /**
     * Forgets what was looked up, as a new request does: for tests.
     *
     * @return void
     */
    public static function forget(): void {
        self::$courses = [];
    }
}
