<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * How a certificate is answered, and which booking it is of.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\external;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../../external_aliases.php');

use core_external\external_multiple_structure;
use core_external\external_single_structure;
use core_external\external_value;
use local_enrollkit\local\access;
use local_enrollkit\local\moodle_bookings;
use local_enrollkit\local\settings;

/**
 * A certificate that is kept in Moodle, in the words of the server's API.
 */
class certificate_structure {
    /**
     * Its fields.
     *
     * @return external_single_structure
     */
    public static function definition(): external_single_structure {
        return new external_single_structure([
            'id' => new external_value(PARAM_INT, 'Its id'),
            'booking_id' => new external_value(PARAM_RAW, 'Whose it is, and for which course'),
            'certification_id' => new external_value(PARAM_INT, 'The course'),
            'file' => new external_single_structure([
                'name' => new external_value(PARAM_RAW, 'Its name'),
                'media_type' => new external_value(PARAM_RAW, 'What it is'),
                'size_bytes' => new external_value(PARAM_INT, 'How large it is'),
                'sha256' => new external_value(PARAM_ALPHANUM, 'Its hash'),
            ]),
            'valid_from' => new external_value(PARAM_RAW, 'First day'),
            'valid_until' => new external_value(PARAM_RAW, 'Last day', VALUE_OPTIONAL),
            'uploaded_by' => new external_value(PARAM_INT, 'Who uploaded it'),
            'created_at' => new external_value(PARAM_RAW, 'When'),
            'version' => new external_value(PARAM_INT, 'Always 1: it is never changed'),
            'allowed' => new external_multiple_structure(new external_value(PARAM_RAW, 'What the current user may do with it')),
            'url' => new external_value(PARAM_URL, 'Where its file is'),
        ]);
    }

    /**
     * The course and the person of a booking, if there are certificates of it in Moodle for the current user.
     *
     * @param string $bookingid
     * @param bool $iswriting Whether they are to be changed.
     * @return int[]
     */
    public static function pair(string $bookingid, bool $iswriting): array {
        $pair = settings::way() === settings::WAY_MOODLE ? moodle_bookings::pair($bookingid) : null;
        if (!$pair || !($iswriting ? access::may_mark(...$pair) : access::may_see(...$pair))) {
            throw new \moodle_exception('errornotfound', 'local_enrollkit');
        }
        return $pair;
    }
}
