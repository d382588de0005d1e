<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Stores a certificate.
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
use local_enrollkit\local\certificates;

/**
 * Stores a certificate with its file.
 */
class add_certificate extends external_api {
    /**
     * What is asked.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'bookingid' => new external_value(PARAM_RAW_TRIMMED, 'Id of the booking'),
            // Raw, because a name with a colon is refused otherwise: it is cleaned before it is kept.
            'name' => new external_value(PARAM_RAW, 'Name of the file'),
            'content' => new external_value(PARAM_RAW, 'The file, as base64'),
            'validfrom' => new external_value(PARAM_RAW_TRIMMED, 'First day, yyyy-mm-dd'),
            'validuntil' => new external_value(PARAM_RAW_TRIMMED, 'Last day, or empty', VALUE_DEFAULT, ''),
            'consent' => new external_value(PARAM_TEXT, 'Which text was agreed to, or empty', VALUE_DEFAULT, ''),
        ]);
    }

    /**
     * Stores it, where the current user may: local/enrollkit:mark in the course of the booking, and in its group.
     *
     * @param string $bookingid
     * @param string $name
     * @param string $content
     * @param string $validfrom
     * @param string $validuntil
     * @param string $consent
     * @return array
     */
    public static function execute(
        string $bookingid,
        string $name,
        string $content,
        string $validfrom,
        string $validuntil = '',
        string $consent = ''
    ): array {
        $given = self::validate_parameters(self::execute_parameters(), [
            'bookingid' => $bookingid,
            'name' => $name,
            'content' => $content,
            'validfrom' => $validfrom,
            'validuntil' => $validuntil,
            'consent' => $consent,
        ]);
        self::validate_context(\context_system::instance());
        [$courseid, $userid] = certificate_structure::pair($given['bookingid'], true);
        $until = $given['validuntil'] === '' ? null : self::day($given['validuntil']);
        $from = self::day($given['validfrom']);
        if ($until !== null && $until < $from) {
            throw new \invalid_parameter_exception('validuntil lies before validfrom');
        }
        $bytes = base64_decode($given['content'], true);
        if ($bytes === false) {
            throw new \invalid_parameter_exception('content is no base64');
        }
        $added = certificates::add($courseid, $userid, [
            'name' => $given['name'],
            'content' => $bytes,
            'validfrom' => $from,
            'validuntil' => $until,
            'consent' => $given['consent'] === '' ? null : \core_text::substr($given['consent'], 0, 100),
        ]);
        return booking_structure::clean($added);
    }

    /**
     * What is answered.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return certificate_structure::definition();
    }

    /**
     * A day of the calendar.
     *
     * @param string $text
     * @return string
     */
    private static function day(string $text): string {
        $isday = preg_match('/^(\d{4})-(\d\d)-(\d\d)$/D', $text, $found) && checkdate((int) $found[2], (int) $found[3], (int) $found[1]);
        if (!$isday) {
            throw new \invalid_parameter_exception('A day is written yyyy-mm-dd');
        }
        return $text;
    }
}
