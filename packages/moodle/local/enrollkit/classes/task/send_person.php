<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Tells the server how it is with one person in one course.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\task;

use local_enrollkit\local\reconciler;

/**
 * Tells the server how it is with one person in one course. Moodle tries it again, later and later, when it throws.
 */
class send_person extends \core\task\adhoc_task {
    /**
     * Has it done soon. Also when the same waits already: that may have begun, and have looked before this happened. A second
     * one that finds nothing new asks the server nothing.
     *
     * @param int $courseid
     * @param int $userid
     * @return void
     */
    public static function queue(int $courseid, int $userid): void {
        $task = new self();
        $task->set_component('local_enrollkit');
        $task->set_custom_data(['courseid' => $courseid, 'userid' => $userid]);
        \core\task\manager::queue_adhoc_task($task);
    }

    /**
     * Tells it.
     *
     * @return void
     */
    public function execute() {
        $data = $this->get_custom_data();
        reconciler::reconcile((int) $data->courseid, (int) $data->userid);
    }
}
