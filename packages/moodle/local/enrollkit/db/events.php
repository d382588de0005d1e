<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * What of Moodle is told to the server.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$observers = [
    [
        'eventname' => '\core\event\user_enrolment_created',
        'callback' => '\local_enrollkit\observer::person_changed',
    ],
    [
        'eventname' => '\core\event\user_enrolment_deleted',
        'callback' => '\local_enrollkit\observer::person_changed',
    ],
    [
        'eventname' => '\core\event\course_completed',
        'callback' => '\local_enrollkit\observer::person_changed',
    ],
    [
        'eventname' => '\core\event\course_deleted',
        'callback' => '\local_enrollkit\observer::course_deleted',
    ],
];
