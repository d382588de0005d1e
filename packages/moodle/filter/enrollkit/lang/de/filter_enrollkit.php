<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * German.
 *
 * @package    filter_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$string['filtername'] = 'Enrollkit';
$string['pluginname'] = 'Enrollkit';
$string['privacy:metadata'] = 'Der Enrollkit-Filter zeigt nur Daten, die das lokale Plugin Enrollkit speichert.';
