<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Where Moodle before 4.5 looks for the filter, and by which name.
 *
 * @package    filter_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

class_alias(\filter_enrollkit\text_filter::class, \filter_enrollkit::class);
