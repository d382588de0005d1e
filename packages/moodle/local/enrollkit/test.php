<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Tries the connection, and says what is not told to the server yet.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

use local_enrollkit\local\server;
use local_enrollkit\local\settings;

// Signed in, and an administrator: it looks at both.
admin_externalpage_setup('local_enrollkit_test');
require_capability('moodle/site:config', context_system::instance());

$istried = optional_param('try', false, PARAM_BOOL);
$url = new moodle_url('/local/enrollkit/test.php', ['try' => 1]);

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('test', 'local_enrollkit'));

if (settings::way() === settings::WAY_MOODLE) {
    echo $OUTPUT->notification(get_string('test_moodle', 'local_enrollkit'), 'info');
} else {
    if ($istried && confirm_sesskey()) {
        try {
            server::test();
            echo $OUTPUT->notification(get_string('test_works', 'local_enrollkit'), 'success');
        } catch (moodle_exception $e) {
            echo $OUTPUT->notification(s($e->getMessage()), 'error');
        }
    }
    echo $OUTPUT->single_button($url, get_string('test_try', 'local_enrollkit'));

    $problems = $DB->count_records_select('local_enrollkit_booking', 'problem IS NOT NULL');
    if ($problems > 0) {
        $last = $DB->get_records_select('local_enrollkit_booking', 'problem IS NOT NULL', [], 'timemodified DESC', '*', 0, 1);
        echo $OUTPUT->notification(get_string('test_problems', 'local_enrollkit', [
            'count' => $problems,
            'last' => s(reset($last)->problem),
        ]), 'warning');
    }
}

echo $OUTPUT->footer();
