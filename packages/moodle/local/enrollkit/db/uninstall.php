<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * What Moodle itself leaves behind.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

/**
 * Takes away what waits to be sent. Tables, settings, capabilities and files Moodle takes away by itself; tasks that wait
 * only since 4.2.
 *
 * @return bool
 */
function xmldb_local_enrollkit_uninstall() {
    global $DB;
    $DB->delete_records('task_adhoc', ['component' => 'local_enrollkit']);
    return true;
}
