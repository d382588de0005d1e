<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * A token of the server for whoever is signed in.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\external;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../../external_aliases.php');

use core_external\external_api;
use core_external\external_function_parameters;
use core_external\external_single_structure;
use core_external\external_value;
use local_enrollkit\local\people;
use local_enrollkit\local\server;
use local_enrollkit\local\settings;

/**
 * A token of the server for whoever is signed in. The key stays here.
 */
class create_token extends external_api {
    /**
     * What is asked.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([]);
    }

    /**
     * Asks the server for a token, for nobody but the current user.
     *
     * @return array
     */
    public static function execute(): array {
        global $USER;
        self::validate_parameters(self::execute_parameters(), []);
        // Everybody may ask who they are: what they may do is decided by their capabilities, in the token.
        self::validate_context(\context_system::instance());
        $person = settings::can_ask_server() ? people::person($USER) : null;
        if ($person === null) {
            return ['token' => null, 'expires' => 0];
        }
        $answer = server::create_token($person);
        return ['token' => $answer['token'], 'expires' => strtotime($answer['expires_at'] ?? '') ?: time()];
    }

    /**
     * What is answered.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'token' => new external_value(PARAM_RAW, 'The token; null for a visitor', VALUE_REQUIRED, null, NULL_ALLOWED),
            'expires' => new external_value(PARAM_INT, 'Until when it is good, in seconds since 1970'),
        ]);
    }
}
