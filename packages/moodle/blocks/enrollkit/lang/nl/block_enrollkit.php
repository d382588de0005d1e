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
$string['more'] = 'En nog {$a}: zie de deelnemers van deze cursus.';
$string['nobody'] = 'Er zijn nog geen deelnemers.';
$string['pluginname'] = 'Deelname';
$string['privacy:metadata'] = 'Het Enrollkit-blok toont alleen gegevens die de lokale plugin Enrollkit bewaart.';
