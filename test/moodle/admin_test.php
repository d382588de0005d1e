<?php
require_once __DIR__ . '/moodle_testcase.php';
require_once __DIR__ . '/../support/moodle/admin.php';

/** What administrators set, and the page that tests it. */
final class admin_test extends moodle_testcase {
    public function test_the_settings_are_those_that_are_read_and_the_key_is_kept_encrypted(): void {
        $ADMIN = new admin_root();
        $hassiteconfig = false;
        require PACKAGE . '/local/enrollkit/settings.php';
        $this->assertSame([], $ADMIN->pages);
        $hassiteconfig = true;
        require PACKAGE . '/local/enrollkit/settings.php';
        [$parent, $page] = $ADMIN->pages['local_enrollkit'];
        $this->assertSame(['localplugins', 'localplugins'], [$parent, $ADMIN->pages['local_enrollkit_test'][0]]);

        $source = file_get_contents(PACKAGE . '/local/enrollkit/classes/local/settings.php');
        preg_match_all("/self::get\('(\w+)'\)/", $source, $read);
        $fields = array_filter($page->settings, fn ($setting) => !$setting instanceof admin_setting_heading);
        $this->assertEqualsCanonicalizing(array_map(fn ($name) => "local_enrollkit/$name", array_unique($read[1])), array_keys($fields));
        // Whoever comes here for the first time is told the whole way, and led to the test.
        $this->assertStringContainsString('<a href="https://moodle.example/local/enrollkit/test.php">', $page->settings['local_enrollkit/setup']->description);
        $this->assertInstanceOf(admin_setting_encryptedpassword::class, $page->settings['local_enrollkit/key']);
        $server = $page->settings['local_enrollkit/server'];
        $this->assertSame([true, true], [$server->validate(''), $server->validate('https://portal.example/api')]);
        $this->assertStringContainsString('must begin with https://', $server->validate('http://portal.example'));
        $this->assertSame('invalid', $server->validate('no address'));
    }

    /** The page as it is, but for the lines that would load a Moodle. */
    private function page(array $given = []): string {
        global $DB, $OUTPUT;
        $GLOBALS['given'] = $given;
        $OUTPUT = new recorded_output();
        $source = preg_replace('/^require(_once)?\(.*\);$/m', '', file_get_contents(PACKAGE . '/local/enrollkit/test.php'));
        ob_start();
        try {
            eval("?>$source");
        } finally {
            $said = ob_get_clean();
        }
        return $said;
    }

    public function test_the_page_tests_the_connection_when_an_administrator_asks(): void {
        foreach ([$this->learner, $this->teacher] as $user) {
            sign_in($user);
            $this->assertSame('nopermissions', $this->refusal(fn () => $this->page()));
        }
        sign_in(2);
        $this->assertStringContainsString('Test the connection</button>', $this->page());
        $this->page(['try' => 1, 'sesskey' => 'of somebody else']);
        $this->assertSame([], $this->asked());

        $asks = ['try' => 1, 'sesskey' => sesskey()];
        $this->answers([200, ['status' => 'ok']], [201, ['token' => 'x', 'expires_at' => '2026-08-20T10:10:00.000Z']]);
        $this->assertStringContainsString('<p class="success">The connection works', $this->page($asks));
        $this->answers([502, ['detail' => '<script>']]);
        $this->assertStringContainsString('ask whoever runs the server. &lt;script&gt;</p>', $this->page($asks));
        $this->answers([502, ['detail' => ['of another server']]]);
        $this->assertStringContainsString('The server can’t answer now (HTTP 502).', $this->page($asks));
        foreach (['https://www.server.example/api/healthz', 'http://server.example/healthz'] as $behind) {
            $this->answers([301, null, $behind]);
            $this->assertStringContainsString('leads on to another one: ' . substr($behind, 0, -strlen('/healthz')) . '.', $this->page($asks));
        }
        foreach ([[302, null, 'https://server.example/login'], [404, null], [200, null], [304, []]] as $answer) {
            $this->answers($answer);
            $this->assertStringContainsString("(HTTP $answer[0]) is not an Enrollkit server. Check the address.", $this->page($asks));
        }
        $this->answers([0, 'The URL is blocked.']);
        $this->assertStringContainsString('(The URL is blocked). Check that the address is right', $this->page($asks));

        global $DB;
        $this->link('b-1');
        $DB->set_field_select('local_enrollkit_booking', 'problem', 'No <product>.', '1 = 1', []);
        $this->assertStringContainsString('Enrolments about which the server doesn’t know everything yet: 1.', $this->page());
        $this->assertStringContainsString('No &lt;product&gt;.', $this->page());
        set_config('way', 'moodle', 'local_enrollkit');
        $this->assertStringNotContainsString('<button', $this->page($asks));
    }
}
