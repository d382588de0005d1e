<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * The setting for the server's address.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * The server's address: over https, because the key goes there.
 */
class setting_server extends \admin_setting_configtext {
    /**
     * Refuses an address to which no key may be sent.
     *
     * @param string $data
     * @return true|string
     */
    public function validate($data) {
        $valid = parent::validate($data);
        if ($valid !== true || trim($data) === '') {
            return $valid;
        }
        return settings::is_address(trim($data)) ? true : get_string('errorserveraddress', 'local_enrollkit');
    }
}
