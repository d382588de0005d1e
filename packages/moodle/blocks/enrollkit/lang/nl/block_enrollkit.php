<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Dutch.
 *
 * @package    block_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$string['enrollkit:addinstance'] = 'Een Enrollkit-blok toevoegen';
$string['enrollkit:myaddinstance'] = 'Een Enrollkit-blok aan het dashboard toevoegen';
$string['more'] = 'Nog {$a}: zie de deelnemers van deze cursus.';
$string['nobody'] = 'Er neemt nog niemand deel.';
$string['pluginname'] = 'Deelname';
$string['privacy:metadata'] = 'Het blok toont wat de lokale plugin Enrollkit bewaart, en bewaart zelf niets.';
