<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * What Moodle knows of people in courses.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * What Moodle knows of some people in some courses, in the words of the server's API. Made for one answer.
 */
class moodle_facts {
    /** @var array Rows by course and user (`12-7`), or by id for courses and users. */
    private $rows = [];

    /**
     * Reads everything at once.
     *
     * @param int[] $courseids
     * @param int[] $userids
     */
    public function __construct(array $courseids, array $userids) {
        global $DB;
        $this->rows['course'] = $DB->get_records_list('course', 'id', $courseids, '', 'id, fullname, startdate, enddate');
        $names = implode(', ', \core_user\fields::get_name_fields());
        $this->rows['user'] = $DB->get_records_list('user', 'id', $userids, '', "id, email, deleted, $names");

        [$courses, $params] = $DB->get_in_or_equal($courseids, SQL_PARAMS_NAMED, 'c');
        [$users, $more] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED, 'u');
        $params += $more;
        $enrolments = $DB->get_records_sql("SELECT MIN(ue.id) AS id, e.courseid, ue.userid, MIN(ue.timecreated) AS timecreated
                                              FROM {user_enrolments} ue
                                              JOIN {enrol} e ON e.id = ue.enrolid
                                             WHERE e.courseid $courses AND ue.userid $users
                                          GROUP BY e.courseid, ue.userid", $params);
        $this->group('enrolment', $enrolments, 'courseid');
        $completions = $DB->get_records_select('course_completions', "course $courses AND userid $users", $params);
        $this->group('completion', $completions, 'course');
        $which = "courseid $courses AND userid $users";
        $marks = $DB->get_records_select('local_enrollkit_mark', $which, $params, 'timecreated, id');
        $this->group('mark', $marks, 'courseid');
        $this->group('certificate', $DB->get_records_select('local_enrollkit_certificate', $which, $params, 'id'), 'courseid');
        $teachers = array_diff(array_unique(array_column($marks, 'usermodified')), [0]);
        $this->rows['teacher'] = $DB->get_records_list('user', 'id', $teachers, '', "id, $names");
    }

    /**
     * The booking of somebody in a course.
     *
     * @param string $id
     * @param int $courseid
     * @param int $userid
     * @return array|null Null when they were never enrolled.
     */
    public function booking(string $id, int $courseid, int $userid): ?array {
        $course = $this->rows['course'][$courseid] ?? null;
        $user = $this->rows['user'][$userid] ?? null;
        $enrolment = $this->rows['enrolment'][$id][0] ?? null;
        $marks = $this->rows['mark'][$id] ?? [];
        $completion = $this->rows['completion'][$id][0] ?? null;
        $certificates = $this->rows['certificate'][$id] ?? [];
        if (!$course || !$user || $user->deleted || (!$enrolment && !$marks && !$certificates)) {
            return null;
        }
        [$status, $history] = $this->history($completion, $marks, $certificates);
        $uploaded = $certificates ? end($certificates)->timecreated : 0;
        return [
            'id' => $id,
            'product_id' => (string) $courseid,
            'participant' => ['name' => fullname($user), 'email' => self::address($user, $courseid)],
            'status' => $enrolment ? 'accepted' : 'cancelled',
            'participation_status' => $enrolment || in_array($status, bookings::RESULTS, true) ? $status : 'cancelled',
            'start_date' => self::day((int) $course->startdate),
            'end_date' => self::day((int) $course->enddate),
            'accepted_at' => $enrolment ? self::moment((int) $enrolment->timecreated) : null,
            'certificate_uploaded_at' => $uploaded ? self::moment((int) $uploaded) : null,
            'history' => $history,
            // Every mark and every completion adds one.
            'version' => 1 + count($marks) + count($certificates) + (empty($completion->timecompleted) ? 0 : 1),
        ];
    }

    /**
     * Everything that has happened, in order: what came later counts, whoever said it.
     *
     * @param \stdClass|null $completion
     * @param \stdClass[] $marks
     * @param \stdClass[] $certificates
     * @return array The status, and how it came to it.
     */
    private function history(?\stdClass $completion, array $marks, array $certificates): array {
        $events = [];
        foreach ($marks as $mark) {
            $events[] = [(int) $mark->timecreated, $mark->status, $this->by($mark), $mark->note];
        }
        foreach ($certificates as $certificate) {
            $cause = ['kind' => 'rule', 'rule' => 'certificate-uploaded'];
            $events[] = [(int) $certificate->timecreated, 'completed', $cause, null];
        }
        $seen = [
            ['timestarted', 'started', get_string('causestarted', 'local_enrollkit')],
            ['timecompleted', 'completed', get_string('causecompleted', 'local_enrollkit')],
        ];
        foreach ($seen as [$field, $status, $detail]) {
            if (!empty($completion->$field)) {
                $cause = ['kind' => 'host', 'name' => 'Moodle', 'detail' => $detail];
                $events[] = [(int) $completion->$field, $status, $cause, null];
            }
        }
        usort($events, function (array $one, array $other): int {
            return $one[0] <=> $other[0];
        });
        $status = 'enrolled';
        $history = [];
        foreach ($events as [$time, $to, $cause, $note]) {
            // A visit makes nothing undone.
            if ($to === $status || ($to === 'started' && $cause['kind'] === 'host' && $status !== 'enrolled')) {
                continue;
            }
            $history[] = ['from' => $status, 'to' => $to, 'at' => self::moment($time), 'cause' => $cause, 'note' => $note];
            $status = $to;
        }
        return [$status, $history];
    }

    /**
     * Who set a mark.
     *
     * @param \stdClass $mark
     * @return array
     */
    private function by(\stdClass $mark): array {
        $teacher = $this->rows['teacher'][$mark->usermodified] ?? null;
        return ['kind' => 'manual', 'by' => (string) $mark->usermodified, 'name' => $teacher ? fullname($teacher) : null];
    }

    /**
     * Somebody's e-mail address, for themselves and for whoever may see who somebody is.
     *
     * @param \stdClass $user
     * @param int $courseid
     * @return string|null
     */
    private static function address(\stdClass $user, int $courseid): ?string {
        global $USER;
        $context = \context_course::instance($courseid);
        $issight = (int) $user->id === (int) $USER->id || has_capability('moodle/site:viewuseridentity', $context);
        return $issight ? $user->email : null;
    }

    /**
     * Keeps rows by course and user.
     *
     * @param string $name
     * @param \stdClass[] $rows
     * @param string $field Where the course is in them.
     * @return void
     */
    private function group(string $name, array $rows, string $field): void {
        $this->rows[$name] = [];
        foreach ($rows as $row) {
            $this->rows[$name]["{$row->$field}-$row->userid"][] = $row;
        }
    }

    /**
     * A moment as the API writes it.
     *
     * @param int $time
     * @return string
     */
    public static function moment(int $time): string {
        return gmdate('Y-m-d\TH:i:s.000\Z', $time);
    }

    /**
     * The day of a moment, in the time zone of the site.
     *
     * @param int $time
     * @return string|null
     */
    public static function day(int $time): ?string {
        $zone = \core_date::get_server_timezone_object();
        return $time ? (new \DateTimeImmutable('@' . $time))->setTimezone($zone)->format('Y-m-d') : null;
    }
}
