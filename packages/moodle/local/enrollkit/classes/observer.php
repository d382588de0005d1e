<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Hears what happens to somebody in a course.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit;

use local_enrollkit\local\settings;
use local_enrollkit\task\send_person;

/**
 * Hears what happens to somebody in a course, and only notes that the server has to be told: whoever enrols waits for no
 * other machine, and a role that Moodle gives after the enrolment is there by then.
 */
class observer {
    /**
     * Somebody was enrolled or unenrolled, or has completed the course.
     *
     * @param \core\event\base $event
     * @return void
     */
    public static function person_changed(\core\event\base $event): void {
        if (settings::tells_server()) {
            send_person::queue((int) $event->courseid, (int) $event->relateduserid);
        }
    }

    /**
     * A course is gone: what was kept of it goes too. Its files went with its context.
     *
     * @param \core\event\base $event
     * @return void
     */
    public static function course_deleted(\core\event\base $event): void {
        global $DB;
        foreach (['local_enrollkit_mark', 'local_enrollkit_certificate'] as $table) {
            $DB->delete_records($table, ['courseid' => $event->courseid]);
        }
    }
}
