<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Enrollkit's elements in any text.
 *
 * @package    filter_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$plugin->component = 'filter_enrollkit';
$plugin->version = 2026112901;
$plugin->requires = 2022112800; // Moodle 4.1.
$plugin->supported = [401, 502];
$plugin->maturity = MATURITY_BETA;
$plugin->release = '0.1.0';
$plugin->dependencies = ['local_enrollkit' => 2026112901];
