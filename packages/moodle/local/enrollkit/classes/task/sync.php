<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Tells the server what it has missed.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\task;

use local_enrollkit\local\reconciler;
use local_enrollkit\local\server_exception;
use local_enrollkit\local\settings;

/**
 * Tells the server what it has missed: enrolments from before this plugin, ID numbers that were given later, and what the
 * server refused before and takes now.
 */
class sync extends \core\task\scheduled_task {
    /**
     * Its name.
     *
     * @return string
     */
    public function get_name() {
        return get_string('sync', 'local_enrollkit');
    }

    /**
     * Goes over all that differs. Stops where the server is away: Moodle tries the whole again.
     *
     * @return void
     */
    public function execute() {
        if (!settings::tells_server()) {
            return;
        }
        $count = 0;
        foreach (reconciler::differences() as [$courseid, $userid]) {
            try {
                reconciler::reconcile($courseid, $userid);
                $count++;
            } catch (server_exception $e) {
                if ($e->is_passing()) {
                    throw $e;
                }
            }
        }
        mtrace("Enrollkit: $count people were told to the server.");
    }
}
