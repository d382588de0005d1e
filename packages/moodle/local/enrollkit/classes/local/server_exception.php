<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * What went wrong with the server.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * The server could not be asked, or refuses.
 */
class server_exception extends \moodle_exception {
    /** @var int HTTP status; 0: there was no answer. */
    public $status;

    /**
     * Made of what the server said.
     *
     * @param string $errorcode Name of a string of this plugin.
     * @param int $status HTTP status; 0: there was no answer.
     * @param string $detail What is known of it.
     */
    public function __construct(string $errorcode, int $status, string $detail = '') {
        $this->status = $status;
        parent::__construct($errorcode, 'local_enrollkit', '', ['status' => $status, 'detail' => $detail]);
    }

    /**
     * Whether the same may go well later.
     *
     * @return bool
     */
    public function is_passing(): bool {
        return $this->status === 0 || $this->status === 408 || $this->status === 429 || $this->status >= 500;
    }
}
