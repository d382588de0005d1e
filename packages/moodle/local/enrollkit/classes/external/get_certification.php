<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * What a course leads to.
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

/**
 * What a course leads to, where records are kept in Moodle: a certificate of its own name.
 */
class get_certification extends external_api {
    /**
     * What is asked.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(['courseid' => new external_value(PARAM_INT, 'Id of the course')]);
    }

    /**
     * Reads the name of the course, for whoever may be in it.
     *
     * @param int $courseid
     * @return array
     */
    public static function execute(int $courseid): array {
        ['courseid' => $courseid] = self::validate_parameters(self::execute_parameters(), ['courseid' => $courseid]);
        $context = \context_course::instance($courseid);
        self::validate_context($context);
        $name = format_string(get_course($courseid)->fullname, true, ['context' => $context, 'escape' => false]);
        return ['id' => $courseid, 'name' => $name, 'maxbytes' => \local_enrollkit\local\certificates::max_bytes()];
    }

    /**
     * What is answered.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'id' => new external_value(PARAM_INT, 'Id of the course'),
            'name' => new external_value(PARAM_RAW, 'Its name, as plain text'),
            'maxbytes' => new external_value(PARAM_INT, 'As large as a file may be'),
        ]);
    }
}
