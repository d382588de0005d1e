<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * What Moodle calls by name.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

/**
 * Sends the file of a certificate, to whoever it belongs to and to whoever marks them; as a download, never shown in a page of the site.
 *
 * @param \stdClass $course
 * @param \stdClass|null $cm
 * @param \context $context
 * @param string $filearea
 * @param array $args
 * @param bool $forcedownload
 * @param array $options
 * @return bool False: there is nothing, or not for this person.
 */
function local_enrollkit_pluginfile($course, $cm, $context, $filearea, $args, $forcedownload, array $options = []) {
    global $DB;
    // Not of the course: somebody who was unenrolled keeps their certificate.
    require_login();
    if ($context->contextlevel !== CONTEXT_COURSE || $filearea !== \local_enrollkit\local\certificates::AREA || count($args) !== 2) {
        return false;
    }
    [$itemid, $filename] = $args;
    $row = $DB->get_record('local_enrollkit_certificate', ['id' => (int) $itemid, 'courseid' => $context->instanceid]);
    if (!$row || !\local_enrollkit\local\access::may_see((int) $row->courseid, (int) $row->userid)) {
        return false;
    }
    $file = get_file_storage()->get_file($context->id, 'local_enrollkit', $filearea, (int) $row->id, '/', $filename);
    if (!$file) {
        return false;
    }
    // In no cache: the next one at this computer may be somebody else.
    send_stored_file($file, 0, 0, true, ['cacheability' => 'private'] + $options);
    return true;
}
