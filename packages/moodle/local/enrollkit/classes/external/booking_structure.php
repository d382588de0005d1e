<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * How a booking is answered.
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

/**
 * A booking as the server's API says it, as far as the elements read it: whichever way it is kept, pages get the same.
 */
class booking_structure {
    /** Moments and days of a booking. */
    private const TIMES = [
        'start_date', 'end_date', 'requested_at', 'accepted_at', 'declined_at', 'withdrawn_at', 'cancelled_at',
        'invoice_uploaded_at', 'certificate_uploaded_at',
    ];

    /**
     * Its fields.
     *
     * @return external_single_structure
     */
    public static function definition(): external_single_structure {
        $fields = [
            'id' => self::text('Its id'),
            'product_id' => self::text('The course'),
            'starting_date_id' => self::text('The start of that course', VALUE_OPTIONAL),
            'participant' => new external_single_structure([
                'name' => self::text('What people call them'),
                'email' => self::text('Their address, for whoever may see it', VALUE_OPTIONAL),
                'external_id' => self::text('Their account', VALUE_OPTIONAL),
            ]),
            'status' => self::text('Where the booking stands'),
            'participation_status' => self::text('The participation status'),
            'original_participation_status' => self::text('The same in the words of another system', VALUE_OPTIONAL),
            'start_date_is_month_only' => new external_value(PARAM_BOOL, 'Only the month is known', VALUE_OPTIONAL),
            'end_date_is_month_only' => new external_value(PARAM_BOOL, 'Only the month is known', VALUE_OPTIONAL),
            'history' => new external_multiple_structure(new external_single_structure([
                'from' => self::text('The status before'),
                'to' => self::text('The status after'),
                'at' => self::text('When'),
                'cause' => new external_single_structure([
                    'kind' => self::text('manual, rule or host'),
                    'by' => self::text('Id of whoever did it', VALUE_OPTIONAL),
                    'name' => self::text('Name of whoever did it, or of the system that saw it', VALUE_OPTIONAL),
                    'detail' => self::text('What that system saw', VALUE_OPTIONAL),
                    'rule' => self::text('Which rule', VALUE_OPTIONAL),
                ]),
                'note' => self::text('Why', VALUE_OPTIONAL),
            ]), 'Oldest first'),
            'version' => new external_value(PARAM_INT, 'Goes up with every change'),
            'allowed' => new external_multiple_structure(self::text('What the current user may do with it')),
        ];
        foreach (self::TIMES as $name) {
            $fields[$name] = self::text('A moment or a day', VALUE_OPTIONAL);
        }
        return new external_single_structure($fields);
    }

    /**
     * A booking without what isn't known: a field that is null is no text.
     *
     * @param array $record
     * @return array
     */
    public static function clean(array $record): array {
        $known = [];
        foreach ($record as $name => $value) {
            if ($value !== null) {
                $known[$name] = is_array($value) ? self::clean($value) : $value;
            }
        }
        return $known;
    }

    /**
     * A field with a text, which pages show as text.
     *
     * @param string $description
     * @param int $required
     * @return external_value
     */
    private static function text(string $description, int $required = VALUE_REQUIRED): external_value {
        return new external_value(PARAM_RAW, $description, $required);
    }
}
