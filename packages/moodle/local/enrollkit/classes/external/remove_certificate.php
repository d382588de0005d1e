<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Removes a certificate.
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
use local_enrollkit\local\certificates;

/**
 * Removes a certificate and its file.
 */
class remove_certificate extends external_api {
    /**
     * What is asked.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(['id' => new external_value(PARAM_INT, 'Id of the certificate')]);
    }

    /**
     * Removes it, where the current user may: local/enrollkit:mark in its course, and in its group.
     *
     * @param int $id
     * @return array
     */
    public static function execute(int $id): array {
        global $DB;
        ['id' => $id] = self::validate_parameters(self::execute_parameters(), ['id' => $id]);
        self::validate_context(\context_system::instance());
        $row = $DB->get_record('local_enrollkit_certificate', ['id' => $id]);
        if (!$row) {
            throw new \moodle_exception('errornotfound', 'local_enrollkit');
        }
        certificate_structure::pair("$row->courseid-$row->userid", true);
        certificates::remove([$row]);
        return ['removed' => true];
    }

    /**
     * What is answered.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure(['removed' => new external_value(PARAM_BOOL, 'That it is gone')]);
    }
}
