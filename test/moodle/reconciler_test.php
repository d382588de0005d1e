<?php
use local_enrollkit\local\people;
use local_enrollkit\local\server_exception;
use local_enrollkit\observer;
use local_enrollkit\task\send_person;
use local_enrollkit\task\sync;

require_once __DIR__ . '/moodle_testcase.php';

/** What the server is told of enrolments and completions: the same, however often, late, or in whatever order. */
final class reconciler_test extends moodle_testcase {
    private const BOOKED = [201, ['id' => 'b-1', 'participation_status' => 'enrolled']];

    /** Runs what waits, as Moodle's cron does: what throws stays and is tried again. */
    private function cron(): int {
        global $DB;
        $failed = 0;
        foreach ($DB->get_records('task_adhoc') as $row) {
            $task = new $row->classname();
            $task->set_custom_data_as_string($row->customdata);
            try {
                $task->execute();
                $DB->delete_records('task_adhoc', ['id' => $row->id]);
            } catch (moodle_exception $e) {
                $failed++;
            }
        }
        return $failed;
    }

    private function happens(string $event = 'user_enrolment_created', ?int $user = null): void {
        $class = "core\\event\\$event";
        observer::person_changed(new $class($this->course, $user ?? $this->learner));
    }

    private function row(): stdClass {
        global $DB;
        $rows = $DB->get_records('local_enrollkit_booking', ['userid' => $this->learner], 'id DESC');
        return reset($rows);
    }

    public function test_an_enrolment_waits_for_no_server_and_is_booked_once(): void {
        global $DB;
        $this->happens();
        $this->happens(); // A second way into the course, such as self enrolment.
        $this->assertSame([], curl::$asked);
        // Both wait: the first may have begun to look before the second happened.
        $this->assertSame(2, $DB->count_records('task_adhoc'));

        $this->answers(self::BOOKED);
        $this->assertSame(0, $this->cron());
        $this->assertSame(['POST /bookings'], $this->asked());
        $id = people::external_id($this->learner);
        $this->assertSame([
            'product_id' => 'DW-101',
            'participant' => ['name' => 'Noor el Khatib', 'email' => 'noor@example.nl', 'external_id' => $id],
        ], curl::$asked[0]['body']);
        $this->assertSame("Idempotency-Key: $id-booking-1", curl::$asked[0]['headers'][0]);
        $this->assertContains('Authorization: Bearer the key', curl::$asked[0]['headers']);
        $this->assertSame('b-1', $this->row()->bookingid);

        $this->answers();
        $this->happens();
        $this->assertSame(0, $this->cron());
        $this->assertSame([], $this->asked());
        $this->assertSame(["$this->course-$this->learner", 'released'], array_slice($GLOBALS['locks'], 0, 2));
    }

    public function test_a_booking_begins_and_ends_when_the_course_does(): void {
        global $DB;
        $DB->update_record('course', [
            'id' => $this->course,
            'startdate' => strtotime('2026-09-01T00:00:00+02:00'),
            'enddate' => strtotime('2026-12-18T00:00:00+01:00'),
        ]);
        $this->happens();
        $this->answers(self::BOOKED);
        $this->assertSame(0, $this->cron());
        $body = curl::$asked[0]['body'];
        $this->assertSame(['2026-09-01', '2026-12-18'], [$body['start_date'], $body['end_date']]);
    }

    public function test_a_server_that_is_away_is_asked_again_under_the_same_key(): void {
        $this->happens();
        $this->answers([0, 'Connection timed out']);
        $this->assertSame(1, $this->cron());
        $this->assertStringContainsString('Connection timed out', $this->row()->problem);
        $first = curl::$asked[0]['headers'][0];

        $this->answers(self::BOOKED);
        $this->assertSame(0, $this->cron());
        $this->assertSame($first, curl::$asked[0]['headers'][0]);
        $this->assertNull($this->row()->problem);
    }

    public function test_what_the_server_refuses_is_kept_for_an_administrator_and_for_the_night(): void {
        $this->happens();
        $this->answers([422, ['detail' => 'There is no product DW-101.']]);
        $this->assertSame(0, $this->cron());
        $this->assertSame('The server did not accept this (HTTP 422). There is no product DW-101.', $this->row()->problem);

        $this->answers(self::BOOKED);
        (new sync())->execute();
        $this->assertSame('b-1', $this->row()->bookingid);
        $this->assertNull($this->row()->problem);
    }

    public function test_a_completion_completes_once_with_moodle_as_the_cause_whichever_comes_first(): void {
        global $CFG;
        $CFG->lang = 'nl';
        $this->complete(1790000000);
        $this->happens('course_completed');
        $this->answers(self::BOOKED, [200, []]);
        $this->assertSame(0, $this->cron());
        $this->assertSame(['POST /bookings', 'PATCH /bookings/b-1'], $this->asked());
        $this->assertSame([
            'participation_status' => 'completed',
            'cause' => ['kind' => 'host', 'name' => 'Moodle', 'detail' => 'cursus voltooid'],
        ], curl::$asked[1]['body']);
        $this->assertStringStartsWith('Idempotency-Key: ', curl::$asked[1]['headers'][0]);

        $this->answers();
        $this->happens('course_completed');
        $this->cron();
        $this->assertSame([], $this->asked());
    }

    public function test_who_is_unenrolled_is_cancelled_and_a_second_time_is_a_second_booking(): void {
        $this->link('b-1');
        unenrol($this->learner, $this->course);
        $this->happens('user_enrolment_deleted');
        $this->answers([200, ['items' => [['id' => 'b-1', 'participation_status' => 'started']]]], [200, []]);
        $this->assertSame(0, $this->cron());
        $this->assertSame(['GET /bookings?ids=b-1', 'POST /bookings/b-1/cancel'], $this->asked());
        $this->assertSame(['note' => 'Unenrolled in Moodle.'], curl::$asked[1]['body']);
        $this->assertGreaterThan(0, $this->row()->timeended);

        enrol($this->learner, $this->course);
        $this->happens();
        $this->answers([201, ['id' => 'b-2']]);
        $this->cron();
        $this->assertSame(['b-2', '2'], [$this->row()->bookingid, (string) $this->row()->id]);
    }

    public function test_one_of_two_ways_out_of_a_course_is_no_way_out(): void {
        $this->link('b-1');
        enrol($this->learner, $this->course, 'student', 'self');
        $this->answers();
        $this->happens('user_enrolment_deleted');
        $this->cron();
        $this->assertSame([], $this->asked());
    }

    public function test_a_result_outlives_the_enrolment(): void {
        foreach (['completed', 'did not pass', 'no-show', 'cancelled'] as $n => $status) {
            global $DB;
            $DB->delete_records('local_enrollkit_booking');
            $this->link("b-$n");
            unenrol($this->learner, $this->course);
            $this->happens('user_enrolment_deleted');
            $this->answers([200, ['items' => [['id' => "b-$n", 'participation_status' => $status]]]]);
            $this->cron();
            $this->assertSame(["GET /bookings?ids=b-$n"], $this->asked(), $status);
        }
    }

    public function test_a_booking_whose_answer_was_lost_is_found_when_the_enrolment_has_gone(): void {
        $this->happens();
        $this->answers([0, 'Operation timed out']);
        $this->cron();
        unenrol($this->learner, $this->course);
        $this->answers([200, ['items' => [['id' => 'b-9', 'participation_status' => 'enrolled']]]], [200, []]);
        $this->assertSame(0, $this->cron());
        $this->assertStringStartsWith('GET /bookings?external_id=moodle-', $this->asked()[0]);
        $this->assertStringContainsString('&product_id=DW-101&created_at=', $this->asked()[0]);
        $this->assertSame('POST /bookings/b-9/cancel', $this->asked()[1]);
    }

    public function test_teachers_administrators_and_courses_without_a_number_are_no_bookings(): void {
        $other = add_course('Without a number');
        enrol($this->learner, $other);
        enrol(2, $this->course, 'manager');
        $this->answers(self::BOOKED);
        foreach ([$this->teacher, 2, $this->learner] as $user) {
            $this->happens('user_enrolment_created', $user);
        }
        send_person::queue($other, $this->learner);
        $this->assertSame(0, $this->cron());
        $this->assertSame(['POST /bookings'], $this->asked());
    }

    public function test_the_night_finds_what_was_missed_and_nothing_else(): void {
        global $DB;
        $known = add_user('Daan', 'Verhoeven');
        $gone = add_user('Fatima', 'Bouzid');
        enrol($known, $this->course);
        $this->link('b-known', $known);
        $this->link('b-gone', $gone);
        $this->link('b-of-no-course', $gone, 999);
        $this->link('b-past', $known, null, 5);
        $this->answers(
            self::BOOKED,
            [200, ['items' => [['id' => 'b-gone', 'participation_status' => 'enrolled']]]],
            [200, []],
            [200, ['items' => []]]
        );
        (new sync())->execute();
        $this->assertSame(['POST /bookings', 'GET /bookings?ids=b-gone', 'POST /bookings/b-gone/cancel', 'GET /bookings?ids=b-of-no-course'], $this->asked());
        $this->assertFalse($DB->record_exists('local_enrollkit_booking', ['courseid' => 999]));

        $this->answers();
        (new sync())->execute();
        $this->assertSame([], $this->asked());
        $this->assertSame('Enrollkit: 0 people were told to the server.', end($GLOBALS['traces']));
    }

    public function test_what_is_known_of_a_course_that_is_gone_goes_once_the_server_was_told(): void {
        global $DB;
        $DB->delete_records('local_enrollkit_booking');
        $this->link('b-1', $this->learner, 999);
        $found = [200, ['items' => [['id' => 'b-1', 'participation_status' => 'enrolled']]]];
        enrol($this->learner, $this->course);
        $this->link('b-here');
        $this->answers($found, [403, ['detail' => 'Not yours.']]);
        (new sync())->execute();
        $this->assertStringContainsString('Not yours.', $DB->get_field('local_enrollkit_booking', 'problem', ['courseid' => 999]));
        $this->answers($found, [200, []]);
        (new sync())->execute();
        $this->assertFalse($DB->record_exists('local_enrollkit_booking', ['courseid' => 999]));
    }

    public function test_the_night_stops_where_the_server_is_away(): void {
        enrol(add_user('Daan', 'Verhoeven'), $this->course);
        $this->answers([503, ['detail' => 'Later.']]);
        $this->expectException(server_exception::class);
        (new sync())->execute();
    }

    public function test_nothing_is_told_while_it_is_off_or_somebody_else_is_at_it(): void {
        global $DB;
        $GLOBALS['islocked'] = true;
        $this->happens();
        $this->assertSame(1, $this->cron());
        foreach (['tellserver' => 0, 'server' => 'http://elsewhere.example', 'key' => '', 'way' => 'moodle'] as $name => $value) {
            new_site();
            set_config($name, $value, 'local_enrollkit');
            $this->happens();
            $this->assertSame(0, $DB->count_records('task_adhoc'), $name);
        }
    }
}
