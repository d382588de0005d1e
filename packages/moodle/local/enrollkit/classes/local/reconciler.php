<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Makes the server know how it is with somebody in a course.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * Makes the server know how it is with somebody in a course, whatever it was told before: it looks at how things are now
 * and not at what happened, so that doing it twice, late, or in another order comes to the same.
 *
 * A course is the product that has its ID number as its id; without one it is none of the server's.
 */
class reconciler {
    /** Seconds to wait for another task that is busy with the same person. */
    private const PATIENCE = 10;

    /** As long as a problem is kept. */
    private const MAX_PROBLEM = 255;

    /**
     * Tells the server what it doesn't know yet of one person in one course.
     *
     * @param int $courseid
     * @param int $userid
     * @return void
     */
    public static function reconcile(int $courseid, int $userid): void {
        if (!settings::tells_server()) {
            return;
        }
        $factory = \core\lock\lock_config::get_lock_factory('local_enrollkit');
        $lock = $factory->get_lock("$courseid-$userid", self::PATIENCE);
        if (!$lock) {
            throw new \moodle_exception('errorbusy', 'local_enrollkit');
        }
        try {
            self::tell($courseid, $userid);
        } finally {
            $lock->release();
        }
    }

    /**
     * People of whom the server may not know everything.
     *
     * @return \Generator Of pairs: course and user.
     */
    public static function differences(): \Generator {
        global $DB;
        $courses = $DB->get_records_select('course', 'id <> :site', ['site' => SITEID], 'id', 'id, idnumber');
        foreach ($courses as $course) {
            $isproduct = trim($course->idnumber) !== '';
            $live = $DB->get_records('local_enrollkit_booking', ['courseid' => $course->id, 'timeended' => 0]);
            if (!$isproduct && !$live) {
                continue;
            }
            $known = array_column($live, null, 'userid');
            $participants = $isproduct ? access::participants((int) $course->id) : [];
            $completed = $DB->get_records_select(
                'course_completions',
                'course = :courseid AND timecompleted > 0',
                ['courseid' => $course->id],
                '',
                'userid, timecompleted'
            );
            foreach ($participants as $userid) {
                $row = $known[$userid] ?? null;
                $isnews = isset($completed[$userid]) && (!$row || !$row->timecompleted);
                if (!$row || $row->bookingid === null || $row->problem !== null || $isnews) {
                    yield [(int) $course->id, $userid];
                }
            }
            foreach (array_diff(array_keys($known), $participants) as $userid) {
                yield [(int) $course->id, (int) $userid];
            }
        }
        // Of courses that are gone.
        $sql = 'SELECT b.id, b.courseid, b.userid
                  FROM {local_enrollkit_booking} b
             LEFT JOIN {course} c ON c.id = b.courseid
                 WHERE c.id IS NULL';
        foreach ($DB->get_records_sql($sql) as $row) {
            yield [(int) $row->courseid, (int) $row->userid];
        }
    }

    /**
     * Books, completes or cancels.
     *
     * @param int $courseid
     * @param int $userid
     * @return void
     */
    private static function tell(int $courseid, int $userid): void {
        global $DB;
        $course = $DB->get_record('course', ['id' => $courseid], 'id, idnumber, startdate, enddate');
        $productid = $course ? trim($course->idnumber) : '';
        $row = $DB->get_record('local_enrollkit_booking', ['courseid' => $courseid, 'userid' => $userid, 'timeended' => 0]);
        $user = $DB->get_record('user', ['id' => $userid, 'deleted' => 0]);
        if ($productid === '' || !$user || !access::takes_part($courseid, $userid)) {
            if ($row) {
                self::noting($row, function () use ($row, $productid): void {
                    self::end($row, $productid);
                });
            }
            if (!$course && ($row->problem ?? null) === null) {
                // Nobody can look at it any more, and so nobody could have it deleted. What was refused is tried again first.
                $DB->delete_records('local_enrollkit_booking', ['courseid' => $courseid, 'userid' => $userid]);
            }
            return;
        }
        $row = $row ?: self::begin($courseid, $userid);
        self::noting($row, function () use ($row, $user, $course, $productid): void {
            if ($row->bookingid === null) {
                self::book($row, $user, $course, $productid);
            }
            self::complete($row);
        });
    }

    /**
     * Notes an enrolment before the server hears of it: its number is the key under which it is booked once, also when the
     * answer to the first try was lost.
     *
     * @param int $courseid
     * @param int $userid
     * @return \stdClass
     */
    private static function begin(int $courseid, int $userid): \stdClass {
        global $DB;
        $row = (object) [
            'courseid' => $courseid, 'userid' => $userid, 'bookingid' => null, 'timecompleted' => 0, 'timeended' => 0,
            'problem' => null, 'timecreated' => time(), 'timemodified' => time(),
        ];
        $row->id = $DB->insert_record('local_enrollkit_booking', $row);
        return $row;
    }

    /**
     * Books an enrolment, for when the course is.
     *
     * @param \stdClass $row
     * @param \stdClass $user
     * @param \stdClass $course
     * @param string $productid
     * @return void
     */
    private static function book(\stdClass $row, \stdClass $user, \stdClass $course, string $productid): void {
        $id = people::external_id((int) $user->id);
        $dates = array_filter([
            'start_date' => moodle_facts::day((int) $course->startdate),
            'end_date' => moodle_facts::day((int) $course->enddate),
        ]);
        $booking = server::book($dates + [
            'product_id' => $productid,
            'participant' => ['name' => people::name($user), 'email' => $user->email, 'external_id' => $id],
        ], "$id-booking-$row->id");
        self::save($row, ['bookingid' => (string) $booking['id']]);
    }

    /**
     * Tells that the course was completed, with Moodle as the cause, once for each completion.
     *
     * @param \stdClass $row
     * @return void
     */
    private static function complete(\stdClass $row): void {
        global $DB;
        $which = ['course' => $row->courseid, 'userid' => $row->userid];
        $time = (int) $DB->get_field('course_completions', 'timecompleted', $which);
        if ($time === 0 || (int) $row->timecompleted === $time) {
            return;
        }
        $key = people::external_id((int) $row->userid) . "-completed-$row->id-$time";
        server::change($row->bookingid, ['participation_status' => 'completed', 'cause' => self::cause()], ['key' => $key]);
        self::save($row, ['timecompleted' => $time]);
    }

    /**
     * Cancels the booking of an enrolment that is gone, unless it has a result: that stays.
     *
     * @param \stdClass $row
     * @param string $productid Empty when the course is none, or gone.
     * @return void
     */
    private static function end(\stdClass $row, string $productid): void {
        $found = $row->bookingid === null ? self::unanswered($row, $productid) : server::bookings([$row->bookingid]);
        foreach ($found as $booking) {
            if (!in_array($booking['participation_status'] ?? '', array_merge(bookings::RESULTS, ['cancelled']), true)) {
                server::cancel((string) $booking['id'], self::words('noteunenrolled'));
            }
        }
        self::save($row, ['timeended' => time(), 'problem' => null]);
    }

    /**
     * What the server may have booked without our hearing of it, because its answer was lost.
     *
     * @param \stdClass $row
     * @param string $productid
     * @return array[]
     */
    private static function unanswered(\stdClass $row, string $productid): array {
        global $DB;
        if ($productid === '') {
            return [];
        }
        $since = (int) $row->timecreated - MINSECS;
        $made = server::bookings_of(people::external_id((int) $row->userid), $productid, $since);
        return array_filter($made, function (array $booking) use ($DB): bool {
            return !$DB->record_exists('local_enrollkit_booking', ['bookingid' => (string) $booking['id']]);
        });
    }

    /**
     * Does something, and keeps with the row what the server said when it refuses.
     *
     * @param \stdClass $row
     * @param callable $act
     * @return void
     */
    private static function noting(\stdClass $row, callable $act): void {
        try {
            $act();
            if ($row->problem !== null) {
                self::save($row, ['problem' => null]);
            }
        } catch (server_exception $e) {
            self::save($row, ['problem' => \core_text::substr($e->getMessage(), 0, self::MAX_PROBLEM)]);
            if ($e->is_passing()) {
                throw $e;
            }
            // Asking again at once would get the same answer. An administrator sees it, and the night tries it again.
            mtrace("Enrollkit: course $row->courseid, user $row->userid: " . $e->getMessage());
        }
    }

    /**
     * What the history at the server says of a completion.
     *
     * @return array
     */
    private static function cause(): array {
        return ['kind' => 'host', 'name' => 'Moodle', 'detail' => self::words('causecompleted')];
    }

    /**
     * Words that others read elsewhere: in the language of the site, whoever runs the task.
     *
     * @param string $name
     * @return string
     */
    private static function words(string $name): string {
        global $CFG;
        return get_string_manager()->get_string($name, 'local_enrollkit', null, $CFG->lang);
    }

    /**
     * Changes a row.
     *
     * @param \stdClass $row
     * @param array $fields
     * @return void
     */
    private static function save(\stdClass $row, array $fields): void {
        global $DB;
        foreach ($fields + ['timemodified' => time()] as $name => $value) {
            $row->$name = $value;
        }
        $DB->update_record('local_enrollkit_booking', $row);
    }
}
