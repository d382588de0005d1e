<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * French.
 *
 * @package    block_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$string['enrollkit:addinstance'] = 'Ajouter un bloc Enrollkit';
$string['enrollkit:myaddinstance'] = 'Ajouter un bloc Enrollkit au tableau de bord';
$string['more'] = 'Et {$a} de plus : voir les participants de ce cours.';
$string['nobody'] = 'Il n’y a pas encore de participants.';
$string['pluginname'] = 'Participation';
$string['privacy:metadata'] = 'Le bloc Enrollkit affiche uniquement les données enregistrées par le plugin local Enrollkit.';
