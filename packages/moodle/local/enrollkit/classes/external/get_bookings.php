<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Bookings by id.
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
use local_enrollkit\local\bookings;

/**
 * Bookings by id, as many as a page has, in one call.
 */
class get_bookings extends external_api {
    /** As many as the kit asks for at once. */
    private const MAX_IDS = 500;

    /**
     * What is asked.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'ids' => new external_multiple_structure(new external_value(PARAM_RAW_TRIMMED, 'Id of a booking'), 'At most 500'),
        ]);
    }

    /**
     * Reads them. Each is looked at by itself: one's own, or those of a course and a group that one marks.
     *
     * @param string[] $ids
     * @return array
     */
    public static function execute(array $ids): array {
        ['ids' => $ids] = self::validate_parameters(self::execute_parameters(), ['ids' => $ids]);
        self::validate_context(\context_system::instance());
        if (count($ids) > self::MAX_IDS) {
            throw new \invalid_parameter_exception('At most ' . self::MAX_IDS . ' ids');
        }
        return ['bookings' => array_map([booking_structure::class, 'clean'], bookings::of_site()->read($ids))];
    }

    /**
     * What is answered.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'bookings' => new external_multiple_structure(booking_structure::definition()),
        ]);
    }
}
