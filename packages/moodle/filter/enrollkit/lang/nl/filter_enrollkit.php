<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Dutch.
 *
 * @package    filter_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$string['filtername'] = 'Enrollkit';
$string['pluginname'] = 'Enrollkit';
$string['privacy:metadata'] = 'Het Enrollkit-filter toont alleen gegevens die de lokale plugin Enrollkit bewaart.';
