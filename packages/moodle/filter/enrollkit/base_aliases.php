<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * The class of filters by the name that it has since Moodle 4.5, on older ones too.
 *
 * @package    filter_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

if (!class_exists(\core_filters\text_filter::class)) {
    class_alias(\moodle_text_filter::class, \core_filters\text_filter::class);
}
