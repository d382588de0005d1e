<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * What changes in the database of a site that has an older version.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

/**
 * Upgrades from an older version. There is none yet.
 *
 * @param int $oldversion
 * @return bool
 */
function xmldb_local_enrollkit_upgrade($oldversion) {
    return true;
}
