<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * German.
 *
 * @package    block_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$string['enrollkit:addinstance'] = 'Einen Enrollkit-Block hinzufügen';
$string['enrollkit:myaddinstance'] = 'Einen Enrollkit-Block zum Dashboard hinzufügen';
$string['more'] = 'Und {$a} weitere: siehe die Teilnehmenden dieses Kurses.';
$string['nobody'] = 'Es gibt noch keine Teilnehmenden.';
$string['pluginname'] = 'Teilnahme';
$string['privacy:metadata'] = 'Der Enrollkit-Block zeigt nur Daten, die das lokale Plugin Enrollkit speichert.';
