<?php
use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\contextlist;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;
use core_privacy\local\metadata\collection;
use local_enrollkit\observer;
use local_enrollkit\privacy\provider;

require_once __DIR__ . '/moodle_testcase.php';
require_once PACKAGE . '/local/enrollkit/lib.php';
require_once __DIR__ . '/../support/moodle/backup.php';
foreach (['backup', 'restore'] as $way) require_once PACKAGE . "/local/enrollkit/backup/moodle2/{$way}_local_enrollkit_plugin.class.php";

/** Records that are Moodle's own: statuses, certificates, and what people can ask to be given or forgotten. */
final class moodle_records_test extends moodle_testcase {
    private const PDF = '%PDF-1.7 a certificate';

    protected function setUp(): void {
        parent::setUp();
        set_config('way', 'moodle', 'local_enrollkit');
        $this->answers();
    }

    private function id(?int $user = null): string {
        return "$this->course-" . ($user ?? $this->learner);
    }

    private function read(?int $as = null, ?string $id = null): ?array {
        sign_in($as ?? $this->learner);
        return $this->ask('get_bookings', ['ids' => [$id ?? $this->id()]])['bookings'][0] ?? null;
    }

    private function mark(string $status, array $more = []): array {
        sign_in($this->teacher);
        return $this->ask('mark_booking', ['id' => $this->id(), 'status' => $status] + $more);
    }

    private function upload(array $more = []): array {
        sign_in($this->teacher);
        return $this->ask('add_certificate', $more + [
            'bookingid' => $this->id(), 'name' => 'Diploma: Noor.exe', 'content' => base64_encode(self::PDF), 'validfrom' => '2026-09-01',
        ]);
    }

    public function test_an_enrolment_is_a_booking_that_its_person_and_teacher_see(): void {
        global $DB;
        $DB->update_record('course', ['id' => $this->course, 'startdate' => strtotime('2026-09-01T00:00:00+02:00')]);
        $this->assertSame([
            'id' => $this->id(), 'product_id' => (string) $this->course,
            'participant' => ['name' => 'Noor el Khatib', 'email' => 'noor@example.nl'],
            'status' => 'accepted', 'participation_status' => 'enrolled', 'history' => [], 'version' => 1, 'allowed' => [],
            'start_date' => '2026-09-01', 'accepted_at' => '2026-05-28T20:26:40.000Z',
        ], $this->read());
        $this->assertContains('enrollment.change-status', $this->read($this->teacher)['allowed']);
        $this->assertNull($this->read(add_user('Sam', 'Bakker')));
        foreach (['', '1', '1-0', '0-1', "$this->course-$this->learner\n;", '99-99', "$this->course-999", '1-1-1'] as $wrong) {
            $this->assertNull($this->read($this->teacher, $wrong), $wrong);
        }
        $this->assertSame([], $this->asked());
    }

    public function test_what_came_last_counts_and_everything_is_kept(): void {
        $this->mark('no-show', ['note' => 'Ziek.']);
        $this->assertSame(['no-show', 2], [$this->read()['participation_status'], $this->read()['version']]);
        $this->complete(time() + 10);
        $history = $this->read()['history'];
        $this->assertSame([['enrolled', 'no-show'], ['no-show', 'completed']], array_map(fn ($one) => [$one['from'], $one['to']], $history));
        $this->assertSame(['kind' => 'manual', 'by' => (string) $this->teacher, 'name' => 'Kim de Vries'], $history[0]['cause']);
        $this->assertSame('Ziek.', $history[0]['note']);
        $this->assertSame(['kind' => 'host', 'name' => 'Moodle', 'detail' => 'course completed'], $history[1]['cause']);
        // A completion from before doesn't undo what a teacher said after it, and a visit undoes nothing.
        global $DB;
        $DB->set_field_select('course_completions', 'timecompleted', 5, '1 = 1', []);
        $DB->set_field_select('course_completions', 'timestarted', time() + 20, '1 = 1', []);
        $this->assertSame('no-show', $this->read()['participation_status']);
    }

    public function test_who_was_first_wins_and_who_is_gone_keeps_a_result(): void {
        $this->assertSame(2, $this->mark('started', ['version' => 1])['version']);
        $this->assertSame('errorconflict', $this->refusal(fn () => $this->mark('no-show', ['version' => 1])));
        $GLOBALS['islocked'] = true;
        $this->assertSame('errorbusy', $this->refusal(fn () => $this->mark('no-show')));
        $GLOBALS['islocked'] = false;
        unenrol($this->learner, $this->course);
        $this->assertSame(['cancelled', 'cancelled'], [$this->read()['status'], $this->read()['participation_status']]);
        $this->mark('did not pass');
        $this->assertSame('did not pass', $this->read()['participation_status']);
    }

    public function test_a_certificate_completes_and_is_for_its_person_and_teachers(): void {
        $made = $this->upload(['validuntil' => '2028-09-01', 'consent' => '2026-1']);
        $this->assertSame(['Diploma Noor.pdf', 'application/pdf', 22], [$made['file']['name'], $made['file']['media_type'], $made['file']['size_bytes']]);
        $this->assertSame(['completed', 'certificate-uploaded'], [$this->read()['participation_status'], $this->read()['history'][0]['cause']['rule']]);
        $this->assertSame('errorduplicate', $this->refusal(fn () => $this->upload()));

        $context = context_course::instance($this->course);
        $download = function (int $user, array $args, string $area = 'certificate') use ($context): bool {
            sign_in($user);
            ob_start();
            try {
                $issent = local_enrollkit_pluginfile(get_course($this->course), null, $context, $area, $args, false);
            } finally {
                $said = ob_get_clean();
            }
            return $said === ($issent ? self::PDF : '') && $issent;
        };
        $args = [(string) $made['id'], 'Diploma Noor.pdf'];
        unenrol($this->learner, $this->course);
        $this->assertTrue($download($this->learner, $args));
        $this->assertTrue($download($this->teacher, $args));
        $this->assertSame([['Diploma Noor.pdf', true], ['Diploma Noor.pdf', true]], $GLOBALS['sent']);
        $other = add_user('Daan', 'Verhoeven');
        enrol($other, $this->course);
        foreach ([[$other, $args], [1, $args], [$this->learner, ['99', $args[1]]], [$this->learner, [$args[0]]], [$this->learner, [$args[0], 'x.pdf']]] as [$user, $asked]) {
            $this->assertFalse($download($user, $asked));
        }
        $this->assertFalse($download($this->learner, $args, 'content'));
        $this->assertSame('requireloginerror', $this->refusal(fn () => $download(0, $args)));

        sign_in($this->learner);
        [$listed] = $this->ask('list_certificates', ['bookingid' => $this->id()])['certificates'];
        $this->assertSame([[], $made['url']], [$listed['allowed'], $listed['url']]);
        $this->assertSame('errornotfound', $this->refusal(fn () => $this->ask('remove_certificate', ['id' => $made['id']])));
        sign_in($this->teacher);
        $this->assertSame(['removed' => true], $this->ask('remove_certificate', ['id' => $made['id']]));
        $this->assertSame('errornotfound', $this->refusal(fn () => $this->ask('remove_certificate', ['id' => $made['id']])));
        $this->assertFalse($download($this->teacher, $args));
    }

    public function test_what_is_no_certificate_is_refused_by_name(): void {
        global $DB;
        $wrong = [
            'errormediatype' => ['content' => base64_encode("MZ a program")],
            'errortoolarge' => ['content' => base64_encode('%PDF-' . str_repeat('x', 7 * 1024 * 1024))],
            'virusfound' => ['content' => base64_encode('%PDF- EICAR')],
            'errornotfound' => ['bookingid' => '7-' . $this->learner],
        ];
        foreach ($wrong as $code => $given) {
            $this->assertSame($code, $this->refusal(fn () => $this->upload($given)));
        }
        foreach ([['content' => 'no base64!'], ['validfrom' => '2026-02-30'], ['validfrom' => '1 september'], ['validuntil' => '2026-08-31']] as $given) {
            $this->assertSame('invalidparameter', $this->refusal(fn () => $this->upload($given)));
        }
        set_config('way', 'server', 'local_enrollkit');
        $this->assertSame('errornotfound', $this->refusal(fn () => $this->upload()));
        $this->assertSame([0, 0], [$DB->count_records('local_enrollkit_certificate'), $DB->count_records('files')]);
        set_config('way', 'moodle', 'local_enrollkit');
        sign_in($this->learner);
        $asked = ['bookingid' => $this->id(), 'name' => 'x', 'content' => base64_encode(self::PDF), 'validfrom' => '2026-09-01'];
        $this->assertSame('errornotfound', $this->refusal(fn () => $this->ask('add_certificate', $asked)));
        $this->assertSame('BHV', $this->ask('get_certification', ['courseid' => $this->course])['name']);
        $this->assertSame('requireloginerror', $this->refusal(fn () => $this->ask('get_certification', ['courseid' => add_course('Other')])));
    }

    public function test_reading_many_asks_the_database_few_questions(): void {
        global $DB;
        $count = function (int $people) use ($DB): int {
            for ($n = 0; $n < $people; $n++) {
                enrol($users[] = add_user("Person $n", 'X'), $this->course);
            }
            sign_in($this->teacher);
            $ids = array_map(fn ($user) => $this->id($user), $users);
            $before = $DB->questions['user_enrolments'] ?? 0;
            $this->assertCount($people, $this->ask('get_bookings', ['ids' => $ids])['bookings']);
            return ($DB->questions['user_enrolments'] ?? 0) - $before;
        };
        $this->assertSame($count(2), $count(40));
    }

    public function test_people_are_given_what_is_kept_of_them_and_forgotten(): void {
        global $DB;
        $this->mark('no-show', ['note' => 'Ziek.']);
        $this->upload();
        $this->link('b-1');
        $context = context_course::instance($this->course);
        foreach ([$this->learner => [$context->id], $this->teacher => [$context->id], 2 => []] as $user => $expected) {
            $this->assertSame($expected, array_values(provider::get_contexts_for_userid($user)->ids));
        }
        $list = new userlist($context);
        provider::get_users_in_context($list);
        $this->assertEqualsCanonicalizing([$this->learner, $this->teacher], $list->ids);

        $user = fn ($id) => $DB->get_record('user', ['id' => $id]);
        provider::export_user_data(new approved_contextlist($user($this->learner), [context_system::instance(), $context]));
        provider::export_user_data(new approved_contextlist($user($this->teacher), [$context]));
        [$learner, $teacher] = writer::$data;
        $this->assertSame(['no-show', 'Ziek.', 'b-1'], [$learner->mark[0]['status'], $learner->mark[0]['note'], $learner->booking[0]['bookingid']]);
        // What a teacher did is theirs, and of whom is not.
        $this->assertSame([['timecreated' => gmdate('Y-m-d H:i', (int) $DB->get_field('local_enrollkit_mark', 'timecreated', []))]], $teacher->mark_by_you);
        $this->assertStringNotContainsString('Ziek', json_encode($teacher));
        $this->assertSame(['local_enrollkit certificate 1'], writer::$files);

        provider::delete_data_for_user(new approved_contextlist($user($this->teacher), [$context]));
        $this->assertSame(['0', '0'], [$DB->get_field('local_enrollkit_mark', 'usermodified', []) . '', $DB->get_field('local_enrollkit_certificate', 'usermodified', []) . '']);
        $this->assertSame('no-show', $this->read()['history'][0]['to']);
        $this->assertArrayNotHasKey('name', $this->read()['history'][0]['cause']);
        provider::delete_data_for_users(new approved_userlist($context, [$this->learner]));
        foreach (['local_enrollkit_booking', 'local_enrollkit_mark', 'local_enrollkit_certificate', 'files'] as $table) {
            $this->assertSame(0, $DB->count_records($table), $table);
        }

        $this->upload();
        provider::delete_data_for_all_users_in_context(context_system::instance());
        $this->assertSame(1, $DB->count_records('files'));
        provider::delete_data_for_all_users_in_context($context);
        $this->assertSame(0, $DB->count_records('files') + $DB->count_records('local_enrollkit_certificate'));
    }

    public function test_every_field_that_names_a_person_or_says_something_of_one_is_described(): void {
        $described = provider::get_metadata(new collection())->items;
        foreach (simplexml_load_file(PACKAGE . '/local/enrollkit/db/install.xml')->TABLES->TABLE as $table) {
            $fields = array_map(fn ($field) => (string) $field['NAME'], iterator_to_array($table->FIELDS->FIELD, false));
            $silent = ['id', 'mediatype', 'sha256']; // Of the file, which is given whole.
            $this->assertEqualsCanonicalizing([...array_diff($fields, $silent), 'summary'], array_keys($described[(string) $table['NAME']]));
        }
        foreach ($described as $fields) {
            foreach ($fields as $string) {
                $this->assertNotSame('', get_string($string, 'local_enrollkit'));
            }
        }
    }

    public function test_a_backup_of_a_course_has_marks_and_certificates_of_the_people_in_it_and_comes_back_once(): void {
        global $DB;
        $this->mark('no-show', ['note' => 'Ziek']);
        $this->upload();
        $this->link('b-1');
        $this->assertSame([], (new backup_local_enrollkit_plugin(false))->backup($this->course));
        $parts = (new backup_local_enrollkit_plugin(true))->backup($this->course);
        $this->assertSame([[(string) $this->learner, (string) $this->teacher], [(string) $this->learner, (string) $this->teacher]], array_column($parts, 2));

        // On a site where the learner has another number, and the teacher isn't.
        $copy = add_course('BHV again');
        $learner = add_user('Noor', 'elsewhere');
        enrol($learner, $copy);
        for ($n = 0; $n < 2; $n++) {
            (new restore_local_enrollkit_plugin($copy, [$this->learner => $learner]))->restore($parts);
        }
        $booking = $this->read($learner, "$copy-$learner");
        $this->assertSame(['no-show', 'completed'], array_column($booking['history'], 'to'));
        $this->assertSame('Ziek', $booking['history'][0]['note']);
        $this->assertSame('0', $booking['history'][0]['cause']['by']);
        [$certificate] = $this->ask('list_certificates', ['bookingid' => "$copy-$learner"])['certificates'];
        $this->assertSame('Diploma Noor.pdf', $certificate['file']['name']);
        $file = get_file_storage()->get_file(1000 + $copy, 'local_enrollkit', 'certificate', $certificate['id'], '/', 'Diploma Noor.pdf');
        $this->assertSame(self::PDF, $file->get_content());
        $this->assertSame([2, 2, 2, 1], array_map([$DB, 'count_records'], ['local_enrollkit_mark', 'local_enrollkit_certificate', 'files', 'local_enrollkit_booking']));

        // Nobody of the backup is restored.
        (new restore_local_enrollkit_plugin(add_course('Empty'), []))->restore($parts);
        $this->assertSame(2, $DB->count_records('local_enrollkit_mark'));
    }

    public function test_a_course_that_is_deleted_takes_everything_with_it(): void {
        global $DB;
        $this->mark('no-show');
        $this->upload();
        observer::course_deleted(new core\event\course_deleted($this->course, null));
        $this->assertSame(0, $DB->count_records('local_enrollkit_mark') + $DB->count_records('local_enrollkit_certificate'));
    }
}
