<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * What the pages ask. Each function checks for itself who may; Moodle checks the session key of every call.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$functions = [
    'local_enrollkit_create_token' => [
        'classname' => 'local_enrollkit\external\create_token',
        'description' => 'A short-lived token of the Enrollkit server for whoever is signed in.',
        'type' => 'write',
        'ajax' => true,
        'loginrequired' => true,
    ],
    'local_enrollkit_get_bookings' => [
        'classname' => 'local_enrollkit\external\get_bookings',
        'description' => 'Bookings by id, each with its participation status: those that one may see.',
        'type' => 'read',
        'ajax' => true,
        'loginrequired' => true,
    ],
    'local_enrollkit_mark_booking' => [
        'classname' => 'local_enrollkit\external\mark_booking',
        'description' => 'Sets the participation status of a booking by hand.',
        'type' => 'write',
        'ajax' => true,
        'loginrequired' => true,
        'capabilities' => 'local/enrollkit:mark',
    ],
    'local_enrollkit_get_certification' => [
        'classname' => 'local_enrollkit\external\get_certification',
        'description' => 'What a course leads to, where records are kept in Moodle.',
        'type' => 'read',
        'ajax' => true,
        'loginrequired' => true,
    ],
    'local_enrollkit_list_certificates' => [
        'classname' => 'local_enrollkit\external\list_certificates',
        'description' => 'The certificates of a booking that is kept in Moodle.',
        'type' => 'read',
        'ajax' => true,
        'loginrequired' => true,
    ],
    'local_enrollkit_add_certificate' => [
        'classname' => 'local_enrollkit\external\add_certificate',
        'description' => 'Stores a certificate with its file, and completes the booking.',
        'type' => 'write',
        'ajax' => true,
        'loginrequired' => true,
        'capabilities' => 'local/enrollkit:mark',
    ],
    'local_enrollkit_remove_certificate' => [
        'classname' => 'local_enrollkit\external\remove_certificate',
        'description' => 'Removes a certificate and its file.',
        'type' => 'write',
        'ajax' => true,
        'loginrequired' => true,
        'capabilities' => 'local/enrollkit:mark',
    ],
];
