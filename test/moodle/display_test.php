<?php
use local_enrollkit\local\page;

require_once __DIR__ . '/moodle_testcase.php';
require_once PACKAGE . '/blocks/enrollkit/block_enrollkit.php';
require_once PACKAGE . '/filter/enrollkit/filter.php';

/** What texts, blocks and pages show. */
final class display_test extends moodle_testcase {
    private function filtered(string $text, array $options = ['originalformat' => 1]): string {
        return (new filter_enrollkit(context_course::instance($this->course)))->filter($text, $options);
    }

    private static function within(string $element): string {
        return "<enrollkit-backend type=\"moodle\">$element</enrollkit-backend>";
    }

    public function test_a_placeholder_becomes_its_element_however_an_editor_has_written_it(): void {
        $expected = self::within('<price-breakdown product-id="BHV 1" selectable=""></price-breakdown>');
        foreach ([
            '{enrollkit price-breakdown product-id="BHV 1" selectable}',
            '{enrollkit price-breakdown product-id=&quot;BHV 1&quot; selectable}',
            "{enrollkit\u{a0}price-breakdown selectable product-id='BHV&nbsp;1'}",
            '{enrollkit&nbsp;price-breakdown product-id = “BHV 1” selectable=yes}',
            '{ENROLLKIT Price-Breakdown Product-Id="BHV 1" SELECTABLE="true"}',
        ] as $text) {
            $this->assertSame("<p>Hier: $expected.</p>", $this->filtered("<p>Hier: $text.</p>"), $text);
        }
        // What the course knows, and false as no.
        $this->assertSame(self::within('<price-breakdown product-id="DW-101"></price-breakdown>'), $this->filtered('{enrollkit price-breakdown selectable=false}'));
        $this->assertSame(self::within('<starting-dates product-id="DW-101" limit="3"></starting-dates>'), $this->filtered('{enrollkit starting-dates limit=3}'));
    }

    public function test_only_what_an_element_has_is_written_and_escaped(): void {
        $this->assertSame(
            self::within('<price-breakdown product-id="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"></price-breakdown>'),
            $this->filtered('{enrollkit price-breakdown onclick="x" style=y class=z id=a product-id=\'&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\'}')
        );
        foreach ([
            'No placeholder' => '<p>{enroll price-breakdown} {enrollkit} {enrollkitprice-breakdown} {enrollkit <b>price-breakdown</b>}</p>',
            'In an attribute' => '<img alt="{enrollkit price-breakdown product-id=x}" src="a.png">',
            'Too long' => '{enrollkit price-breakdown product-id="' . str_repeat('x', 1100) . '"}',
            'Not UTF-8' => "\xff{enrollkit price-breakdown}",
        ] as $why => $text) {
            $this->assertSame($text, $this->filtered($text), $why);
        }
        foreach (['script', 'enrollkit-backend', 'feed-check', 'img', 'enrollment-roster-x'] as $tag) {
            $this->assertSame('', $this->filtered("{enrollkit $tag}"), $tag);
        }
        $this->assertSame('{enrollkit price-breakdown}', $this->filtered('{enrollkit price-breakdown}', []), 'A heading');
    }

    public function test_a_long_text_takes_as_long_as_it_is_long(): void {
        foreach (['{enrollkit ', '{enrollkit a', '{enrollkit&nbsp;', '<', '<a', '{enrollkit a b=" '] as $part) {
            $this->assertIsString($this->filtered(str_repeat($part, 40000) . '}'));
            $this->assertSame(PREG_NO_ERROR, preg_last_error(), $part);
        }
        foreach (['a', 'a-', '&nbsp;'] as $part) {
            $this->assertIsString($this->filtered('{enrollkit ' . str_repeat($part, 40000)));
            $this->assertSame(PREG_NO_ERROR, preg_last_error(), $part);
        }
    }

    public function test_people_see_their_own_where_a_text_says_so_and_visitors_nothing(): void {
        $this->link('b-old', null, null, 5);
        $this->link('b-new');
        $this->link('b-elsewhere', null, add_course('Elsewhere'));
        sign_in($this->learner);
        $status = fn ($id) => self::within("<enrollment-status enrollment-id=\"$id\"></enrollment-status>");
        $this->assertSame($status('b-new'), $this->filtered('{enrollkit enrollment-status}'));
        $this->assertSame($status('b-new') . $status('b-old'), $this->filtered('{enrollkit my-bookings}'));
        foreach ([0, 1, $this->teacher] as $user) {
            sign_in($user);
            $this->assertSame('', $this->filtered('{enrollkit enrollment-status}{enrollkit my-bookings}'));
        }
        set_config('way', 'moodle', 'local_enrollkit');
        sign_in($this->learner);
        $id = "$this->course-$this->learner";
        $this->assertSame($status($id) . $status($id), $this->filtered('{enrollkit enrollment-status}{enrollkit my-bookings}'));
        $this->assertSame('', $this->filtered('{enrollkit price-breakdown product-id=x}'));
        $this->assertSame(self::within("<certificate-list enrollment-id=\"$id\"></certificate-list>"), $this->filtered('{enrollkit certificate-list}'));
    }

    /**
     * @runInSeparateProcess
     * @preserveGlobalState disabled
     */
    public function test_where_no_script_runs_there_is_a_link_to_where_one_does(): void {
        define('WS_SERVER', true);
        $link = "<a href=\"https://moodle.example/course/view.php?id=$this->course\" data-open-in=\"browser\">Open this in the browser</a>";
        $this->assertSame("<p>$link</p>", $this->filtered('<p>{enrollkit price-breakdown}</p>'));
        $this->assertSame('', $this->filtered('{enrollkit my-bookings}'), 'Nothing where there would be nothing');
    }

    private function block(int $user, bool $isdashboard = false): string {
        sign_in($user);
        $block = new block_enrollkit();
        $context = $isdashboard ? context_system::instance() : context_course::instance($this->course);
        $block->page = new moodle_page($context, (object) ['id' => $isdashboard ? SITEID : $this->course]);
        $block->init();
        return $block->get_content()->text;
    }

    public function test_a_block_shows_teachers_everybody_others_themselves_and_guests_nothing(): void {
        $this->link('b-1');
        $this->link('b-elsewhere', null, add_course('Elsewhere'));
        $other = add_user('<b>Daan', 'Aalders');
        enrol($other, $this->course);
        $this->link('b-2', $other);
        $this->assertSame(self::within('<enrollment-status enrollment-id="b-1"></enrollment-status>'), $this->block($this->learner));
        $named = fn ($course, $id) => "<dt>$course</dt><dd>" . self::within("<enrollment-status enrollment-id=\"$id\"></enrollment-status>") . '</dd>';
        $this->assertSame('<dl>' . $named('Elsewhere', 'b-elsewhere') . $named('BHV', 'b-1') . '</dl>', $this->block($this->learner, true));
        $this->assertSame('', $this->block(1) . $this->block(0) . $this->block(add_user('Sam', 'Bakker')));
        $row = fn ($name, $id) => "<dt>$name</dt><dd>" . self::within("<enrollment-status enrollment-id=\"$id\" editable=\"\" compact=\"\"></enrollment-status>") . '</dd>';
        $this->assertSame('<dl>' . $row('&lt;b&gt;Daan Aalders', 'b-2') . $row('Noor el Khatib', 'b-1') . '</dl>', $this->block($this->teacher));

        for ($n = 0; $n < 60; $n++) {
            enrol($user = add_user('A', "Zz$n"), $this->course);
            $this->link("b-more-$n", $user);
        }
        $this->assertStringContainsString('12 more: see the participants', $this->block($this->teacher));
    }

    public function test_a_page_is_told_what_it_needs_and_no_more(): void {
        set_config('server', 'https://server.example/api/', 'local_enrollkit');
        set_config('providerid', 'duinweg', 'local_enrollkit');
        $config = fn ($context) => array_intersect_key(page::config($context), ['signedIn' => 1, 'marks' => 1, 'server' => 1, 'providerId' => 1, 'kit' => 1]);
        $system = context_system::instance();
        $course = context_course::instance($this->course);
        $same = ['kit' => 'https://moodle.example/local/enrollkit/kit/'];
        $server = ['server' => 'https://server.example/api', 'providerId' => 'duinweg'];
        $this->assertSame($same + ['signedIn' => false, 'marks' => false] + $server, $config($course));
        sign_in($this->teacher);
        $this->assertSame($same + ['signedIn' => true, 'marks' => true] + $server, $config($course));
        $this->assertSame($same + ['signedIn' => true, 'marks' => false] + $server, $config($system));
        sign_in(2); // An administrator, who acts for the provider.
        $this->assertSame($same + ['signedIn' => true, 'marks' => false] + $server, $config($course));
        sign_in($this->teacher);
        set_config('way', 'moodle', 'local_enrollkit');
        $this->assertSame($same + ['signedIn' => true, 'marks' => true], $config($course));
    }
}
