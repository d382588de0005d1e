<?php
use local_enrollkit\local\people;
use local_enrollkit\local\server;
use local_enrollkit\local\settings;

require_once __DIR__ . '/moodle_testcase.php';

/** What pages can ask, and who gets an answer. */
final class external_test extends moodle_testcase {
    private const TOKEN = [201, ['token' => 'a token', 'expires_at' => '2026-08-20T10:10:00.000Z']];

    private static function booking(string $id, array $more = []): array {
        return $more + [
            'id' => $id, 'product_id' => 'DW-101', 'status' => 'accepted', 'participation_status' => 'started', 'version' => 3,
            'participant' => ['name' => 'Noor el Khatib', 'email' => 'noor@example.nl', 'external_id' => null],
            'history' => [['from' => 'enrolled', 'to' => 'started', 'at' => '2026-08-20T10:10:00.000Z', 'cause' => ['kind' => 'rule', 'rule' => 'start-date-passed']]],
            'allowed' => ['enrollment.cancel', 'enrollment.change-status'], 'booked' => ['total_minor' => 5],
        ];
    }

    public function test_a_token_is_of_who_is_signed_in_and_of_what_they_may(): void {
        sign_in($this->learner);
        $this->answers(self::TOKEN);
        $this->assertSame(['token' => 'a token', 'expires' => strtotime('2026-08-20T10:10:00Z')], $this->ask('create_token'));
        $id = people::external_id($this->learner);
        $this->assertSame(['subject' => $id, 'name' => 'Noor el Khatib', 'role' => 'participant', 'external_id' => $id], curl::$asked[0]['body']);

        // A teacher of a course is nobody at the provider; an address proves something only where somebody has said so.
        sign_in($this->teacher);
        set_config('trustemail', 1, 'local_enrollkit');
        $this->answers(self::TOKEN);
        $this->ask('create_token');
        $this->assertSame(['participant', 'kim@example.nl'], [curl::$asked[0]['body']['role'], curl::$asked[0]['body']['email']]);

        sign_in(2);
        $this->answers(self::TOKEN);
        $this->ask('create_token');
        $this->assertSame('provider', curl::$asked[0]['body']['role']);
        $this->assertArrayNotHasKey('email', curl::$asked[0]['body']);
    }

    public function test_guests_get_no_token_and_nobody_gets_the_key(): void {
        sign_in(1);
        $this->assertSame(['token' => null, 'expires' => 0], $this->ask('create_token'));
        sign_in(0);
        $this->assertSame('requireloginerror', $this->refusal(fn () => $this->ask('create_token')));
        sign_in($this->learner);
        $this->answers([401, ['detail' => 'Unknown key.']]);
        $this->assertSame('errorrefused', $this->refusal(fn () => $this->ask('create_token')));
        $this->assertStringNotContainsString('the key', json_encode(\local_enrollkit\local\page::config(context_course::instance($this->course))));
    }

    public function test_people_read_their_own_and_teachers_those_of_their_course_and_group(): void {
        global $DB;
        $other = add_user('Daan', 'Verhoeven');
        enrol($other, $this->course);
        $this->link('mine');
        $this->link('daan', $other);
        $this->link('elsewhere', $other, add_course('Elsewhere', 'X'));
        $ids = ['daan', 'mine', 'elsewhere', 'unknown', 'a,b', 'mine'];
        $read = function (int $user) use ($ids) {
            sign_in($user);
            $this->answers([200, ['items' => [self::booking('mine'), self::booking('daan'), self::booking('elsewhere')]]]);
            $answer = $this->ask('get_bookings', ['ids' => $ids])['bookings'];
            return [$this->asked(), array_column($answer, 'allowed', 'id'), $answer];
        };

        [$asked, $allowed, $answer] = $read($this->learner);
        $this->assertSame(['GET /bookings?ids=mine'], $asked);
        $this->assertSame(['mine' => []], $allowed);
        // What isn't declared goes no further, and what is null isn't said.
        $this->assertArrayNotHasKey('booked', $answer[0]);
        $this->assertSame(['name', 'email'], array_keys($answer[0]['participant']));

        [$asked, $allowed] = $read($this->teacher);
        $this->assertSame(['GET /bookings?ids=daan,mine'], $asked);
        $this->assertSame(['daan' => ['enrollment.change-status'], 'mine' => ['enrollment.change-status']], $allowed);

        // In separate groups a teacher without access to all of them sees their own.
        $tutor = add_user('Sam', 'Bakker');
        enrol($tutor, $this->course, 'teacher');
        $DB->update_record('course', ['id' => $this->course, 'groupmode' => SEPARATEGROUPS]);
        foreach ([[1, $tutor], [1, $other], [2, $this->learner]] as [$group, $user]) {
            $DB->insert_record('groups_members', ['groupid' => $group, 'userid' => $user]);
        }
        $this->assertSame(['GET /bookings?ids=daan'], $read($tutor)[0]);
        $this->assertSame('errornotfound', $this->refusal(fn () => $this->ask('mark_booking', ['id' => 'mine', 'status' => 'no-show'])));

        sign_in(1);
        $this->assertSame(['bookings' => []], $this->ask('get_bookings', ['ids' => ['mine']]));
    }

    public function test_many_are_read_in_few_requests_and_too_many_in_none(): void {
        sign_in(2);
        $ids = array_map(fn ($n) => "b $n", range(1, 250));
        $this->answers(...array_fill(0, 3, [200, ['items' => []]]));
        $this->ask('get_bookings', ['ids' => $ids]);
        $this->assertCount(3, curl::$asked);
        $this->assertStringStartsWith('GET /bookings?ids=b%201,b%202,', $this->asked()[0]);
        $this->assertSame('invalidparameter', $this->refusal(fn () => $this->ask('get_bookings', ['ids' => array_fill(0, 501, 'x')])));
        $this->answers();
        $this->ask('get_bookings', ['ids' => []]);
    }

    public function test_a_teacher_marks_under_their_own_name_and_sees_who_was_first(): void {
        $this->link('b-1');
        sign_in($this->teacher);
        $this->answers(self::TOKEN, [200, self::booking('b-1', ['participation_status' => 'no-show'])]);
        $marked = $this->ask('mark_booking', ['id' => 'b-1', 'status' => 'no-show', 'note' => ' Ziek. ', 'version' => 3]);
        $this->assertSame(['no-show', ['enrollment.change-status']], [$marked['participation_status'], $marked['allowed']]);
        $this->assertSame('Kim de Vries', curl::$asked[0]['body']['name']);
        $this->assertSame(['b-1'], curl::$asked[0]['body']['booking_ids']);
        $this->assertSame(['participation_status' => 'no-show', 'note' => 'Ziek.'], curl::$asked[1]['body']);
        $this->assertSame(['If-Match: "3"', 'Authorization: Bearer a token'], array_slice(curl::$asked[1]['headers'], 0, 2));

        foreach ([409 => 'errorconflict', 404 => 'errornotfound', 422 => 'erroranswer', 500 => 'errorlater'] as $status => $code) {
            $this->answers(self::TOKEN, [$status, []]);
            $this->assertSame($code, $this->refusal(fn () => $this->ask('mark_booking', ['id' => 'b-1', 'status' => 'completed'])));
        }
    }

    public function test_nobody_marks_what_they_may_not_or_with_what_is_no_status(): void {
        $this->link('b-1');
        foreach ([$this->learner, 1] as $user) {
            sign_in($user);
            $this->assertSame('errornotfound', $this->refusal(fn () => $this->ask('mark_booking', ['id' => 'b-1', 'status' => 'completed'])));
        }
        sign_in($this->teacher);
        foreach ([['status' => 'cancelled'], ['status' => 'did-not-pass'], ['status' => 'no-show', 'note' => str_repeat('é', 501)], []] as $wrong) {
            $this->assertSame('invalidparameter', $this->refusal(fn () => $this->ask('mark_booking', ['id' => 'b-1'] + $wrong)));
        }
        $this->assertSame('errornotfound', $this->refusal(fn () => $this->ask('mark_booking', ['id' => 'unknown', 'status' => 'completed'])));
        $this->assertSame([], $this->asked());
    }

    public function test_a_key_is_sent_over_https_only_and_can_be_forced_in_config_php(): void {
        global $CFG;
        $addresses = [
            'https://portal.example/api' => true, 'http://127.0.0.1:8080' => true, 'http://localhost/' => true, 'http://portal.example' => false,
            'https://me:secret@portal.example' => false, 'ftp://portal.example' => false, 'portal.example' => false, 'https://' => false,
            'http://localhost.evil.example' => false, 'https://portal.example/?a=b' => false,
        ];
        foreach ($addresses as $address => $isallowed) {
            $this->assertSame($isallowed, settings::is_address($address), $address);
        }
        set_config('key', 'not readable any more', 'local_enrollkit');
        $this->assertSame('', settings::key());
        $this->assertSame('errornotsetup', $this->refusal(fn () => server::test()));
        $CFG->forced_plugin_settings = ['local_enrollkit' => ['key' => 'forced']];
        $this->answers([200, ['status' => 'ok']], self::TOKEN);
        server::test();
        $this->assertContains('Authorization: Bearer forced', curl::$asked[0]['headers']);
        $this->answers([302, []]);
        $this->assertSame('errornotserver', $this->refusal(fn () => server::test()));
    }
}
