<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * The certificates of a booking.
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
use core_external\external_multiple_structure;
use core_external\external_single_structure;
use core_external\external_value;
use local_enrollkit\local\certificates;

/**
 * The certificates of a booking that is kept in Moodle.
 */
class list_certificates extends external_api {
    /**
     * What is asked.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(['bookingid' => new external_value(PARAM_RAW_TRIMMED, 'Id of the booking')]);
    }

    /**
     * Reads them, for whose they are and who marks them.
     *
     * @param string $bookingid
     * @return array
     */
    public static function execute(string $bookingid): array {
        ['bookingid' => $bookingid] = self::validate_parameters(self::execute_parameters(), ['bookingid' => $bookingid]);
        self::validate_context(\context_system::instance());
        [$courseid, $userid] = certificate_structure::pair($bookingid, false);
        $found = certificates::of($courseid, $userid);
        return ['certificates' => array_map([booking_structure::class, 'clean'], $found)];
    }

    /**
     * What is answered.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'certificates' => new external_multiple_structure(certificate_structure::definition()),
        ]);
    }
}
