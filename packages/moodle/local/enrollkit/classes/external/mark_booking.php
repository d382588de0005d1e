<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Sets a participation status by hand.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\external;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../../external_aliases.php');

use core_external\external_api;
use core_external\external_function_parameters;
use core_external\external_single_structure;
use core_external\external_value;
use local_enrollkit\local\bookings;

/**
 * Sets a participation status by hand.
 */
class mark_booking extends external_api {
    /**
     * What is asked.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'id' => new external_value(PARAM_RAW_TRIMMED, 'Id of the booking'),
            'status' => new external_value(PARAM_TEXT, 'One of: ' . implode(', ', bookings::BY_HAND)),
            // Raw, because what looks like a tag is refused otherwise: pages show it as text.
            'note' => new external_value(PARAM_RAW, 'Why', VALUE_DEFAULT, ''),
            'version' => new external_value(PARAM_INT, 'The version that was seen; 0: whatever it is', VALUE_DEFAULT, 0),
        ]);
    }

    /**
     * Sets it, where the current user may: local/enrollkit:mark in the course of the booking, and in its group.
     *
     * @param string $id
     * @param string $status
     * @param string $note
     * @param int $version
     * @return array
     */
    public static function execute(string $id, string $status, string $note = '', int $version = 0): array {
        $given = self::validate_parameters(self::execute_parameters(), [
            'id' => $id,
            'status' => $status,
            'note' => $note,
            'version' => $version,
        ]);
        self::validate_context(\context_system::instance());
        if (!in_array($given['status'], bookings::BY_HAND, true)) {
            throw new \invalid_parameter_exception('status must be one of: ' . implode(', ', bookings::BY_HAND));
        }
        if (\core_text::strlen($given['note']) > bookings::MAX_NOTE) {
            throw new \invalid_parameter_exception('note may have ' . bookings::MAX_NOTE . ' characters');
        }
        $marked = bookings::of_site()->mark($given['id'], $given['status'], trim($given['note']), $given['version']);
        return booking_structure::clean($marked);
    }

    /**
     * What is answered.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return booking_structure::definition();
    }
}
