<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * The classes of external functions by the names that they have since Moodle 4.2, on 4.1 too.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

if (!class_exists(\core_external\external_api::class)) {
    global $CFG;
    require_once($CFG->libdir . '/externallib.php');
    foreach (['api', 'function_parameters', 'multiple_structure', 'single_structure', 'value'] as $part) {
        class_alias("external_$part", "core_external\\external_$part");
    }
}
