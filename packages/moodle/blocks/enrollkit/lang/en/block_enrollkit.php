<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * English.
 *
 * @package    block_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$string['enrollkit:addinstance'] = 'Add an Enrollkit block';
$string['enrollkit:myaddinstance'] = 'Add an Enrollkit block to the dashboard';
$string['more'] = 'And {$a} more: see the participants of this course.';
$string['nobody'] = 'There are no participants yet.';
$string['pluginname'] = 'Participation';
$string['privacy:metadata'] = 'The Enrollkit block only shows data that the local plugin Enrollkit stores.';
