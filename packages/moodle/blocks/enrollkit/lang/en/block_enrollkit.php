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
$string['more'] = '{$a} more: see the participants of this course.';
$string['nobody'] = 'Nobody takes part yet.';
$string['pluginname'] = 'Participation';
$string['privacy:metadata'] = 'The block shows what the local plugin Enrollkit keeps, and keeps nothing itself.';
