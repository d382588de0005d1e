<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * What this plugin keeps of people: nothing.
 *
 * @package    filter_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace filter_enrollkit\privacy;

/**
 * The filter keeps nothing; what it shows is kept by local_enrollkit.
 */
class provider implements \core_privacy\local\metadata\null_provider {
    /**
     * Why there is nothing.
     *
     * @return string Name of a string.
     */
    public static function get_reason(): string {
        return 'privacy:metadata';
    }
}
