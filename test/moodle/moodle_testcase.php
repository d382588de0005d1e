<?php
use PHPUnit\Framework\TestCase;

require_once __DIR__ . '/../support/moodle/moodle.php';

/** A new site for each test, with a course that is a product, somebody in it, and somebody who teaches it. */
abstract class moodle_testcase extends TestCase {
    protected int $course;
    protected int $learner;
    protected int $teacher;

    protected function setUp(): void {
        global $CFG;
        new_site();
        $CFG->lang = 'en';
        $CFG->forced_plugin_settings = [];
        [curl::$asked, curl::$answers, $GLOBALS['traces'], $GLOBALS['locks'], $GLOBALS['sent'], $GLOBALS['islocked']] = [[], [], [], [], [], false];
        $this->course = add_course('BHV', 'DW-101');
        $this->learner = add_user('Noor', 'el Khatib');
        $this->teacher = add_user('Kim', 'de Vries');
        enrol($this->learner, $this->course);
        enrol($this->teacher, $this->course, 'editingteacher');
        sign_in(0);
    }

    /** The server gives these answers, one after the other: status and body. */
    protected function answers(array ...$answers): void {
        curl::$answers = $answers;
        curl::$asked = [];
    }

    /** What the server was asked, such as `POST /bookings`. */
    protected function asked(): array {
        return array_map(fn ($asked) => "$asked[method] $asked[path]", curl::$asked);
    }

    /** Calls an external function as a page does: what goes in and out is held against what is declared. */
    protected function ask(string $name, array $args = []): array {
        $class = "local_enrollkit\\external\\$name";
        $given = $class::validate_parameters($class::execute_parameters(), $args);
        return $class::clean_returnvalue($class::execute_returns(), $class::execute(...array_values($given)));
    }

    /** Runs something that has to be refused, and answers as what. */
    protected function refusal(callable $act): string {
        try {
            $act();
        } catch (moodle_exception $e) {
            return $e->errorcode;
        }
        $this->fail('Nothing was refused');
    }

    protected function complete(int $time): void {
        global $DB;
        $DB->delete_records('course_completions');
        $DB->insert_record('course_completions', ['course' => $this->course, 'userid' => $this->learner, 'timecompleted' => $time]);
    }

    protected function link(string $bookingid, ?int $userid = null, ?int $course = null, int $ended = 0): void {
        global $DB;
        $DB->insert_record('local_enrollkit_booking', [
            'courseid' => $course ?? $this->course, 'userid' => $userid ?? $this->learner, 'bookingid' => $bookingid,
            'timeended' => $ended, 'timecreated' => 1, 'timemodified' => 1,
        ]);
    }
}
