<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Enrollkit in Moodle: the kit's elements, and what a course tells the provider's server.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$plugin->component = 'local_enrollkit';
$plugin->version = 2026112901;
$plugin->requires = 2022112800; // Moodle 4.1.
$plugin->supported = [401, 502];
$plugin->maturity = MATURITY_BETA;
$plugin->release = '0.1.0';
