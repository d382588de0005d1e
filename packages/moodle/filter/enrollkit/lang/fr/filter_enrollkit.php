<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * French.
 *
 * @package    filter_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$string['filtername'] = 'Enrollkit';
$string['pluginname'] = 'Enrollkit';
$string['privacy:metadata'] = 'Le filtre Enrollkit affiche uniquement les données enregistrées par le plugin local Enrollkit.';
