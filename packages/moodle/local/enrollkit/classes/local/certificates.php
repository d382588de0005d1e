<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Certificates that are kept in Moodle.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * Certificates that are kept in Moodle: a row for each, and its file in the file area of the course.
 */
class certificates {
    /** The file area. */
    public const AREA = 'certificate';

    /** As large as a file may be, whatever the site allows. */
    private const MAX_BYTES = 10 * 1024 * 1024;

    /** What a file is, by how it begins. */
    private const BEGINNINGS = ['application/pdf' => '%PDF-', 'image/png' => "\x89PNG\r\n\x1a\n", 'image/jpeg' => "\xff\xd8\xff"];

    /**
     * As large as a file may be here: it comes as text, which takes a third more.
     *
     * @return int Bytes.
     */
    public static function max_bytes(): int {
        return (int) min(self::MAX_BYTES, floor(get_max_upload_file_size() * 0.74));
    }

    /**
     * The certificates of somebody in a course.
     *
     * @param int $courseid
     * @param int $userid
     * @return array[] In the words of the API, with `url` for the file.
     */
    public static function of(int $courseid, int $userid): array {
        global $DB;
        $rows = $DB->get_records('local_enrollkit_certificate', ['courseid' => $courseid, 'userid' => $userid], 'id');
        return array_map([self::class, 'record'], array_values($rows));
    }

    /**
     * Stores a file and its row together.
     *
     * @param int $courseid
     * @param int $userid
     * @param array $given `name`, `content`, `validfrom`, `validuntil` and `consent`.
     * @return array The certificate.
     */
    public static function add(int $courseid, int $userid, array $given): array {
        global $DB, $USER;
        $content = $given['content'];
        if (strlen($content) > self::max_bytes()) {
            throw new \moodle_exception('errortoolarge', 'local_enrollkit', '', display_size(self::max_bytes()));
        }
        $type = self::media_type($content);
        if ($type === null) {
            throw new \moodle_exception('errormediatype', 'local_enrollkit');
        }
        \core\antivirus\manager::scan_data($content);
        $row = (object) [
            'courseid' => $courseid, 'userid' => $userid, 'filename' => self::file_name($given['name'], $type), 'mediatype' => $type,
            'filesize' => strlen($content), 'sha256' => hash('sha256', $content), 'validfrom' => $given['validfrom'],
            'validuntil' => $given['validuntil'], 'consent' => $given['consent'], 'usermodified' => $USER->id,
            'timecreated' => time(),
        ];
        $same = ['courseid' => $courseid, 'userid' => $userid, 'sha256' => $row->sha256];
        if ($DB->record_exists('local_enrollkit_certificate', $same)) {
            throw new \moodle_exception('errorduplicate', 'local_enrollkit');
        }
        $transaction = $DB->start_delegated_transaction();
        $row->id = $DB->insert_record('local_enrollkit_certificate', $row);
        get_file_storage()->create_file_from_string([
            'contextid' => \context_course::instance($courseid)->id,
            'component' => 'local_enrollkit',
            'filearea' => self::AREA,
            'itemid' => $row->id,
            'filepath' => '/',
            'filename' => $row->filename,
        ], $content);
        $transaction->allow_commit();
        return self::record($row);
    }

    /**
     * Removes certificates and their files.
     *
     * @param \stdClass[] $rows
     * @return void
     */
    public static function remove(array $rows): void {
        global $DB;
        foreach ($rows as $row) {
            $context = \context_course::instance((int) $row->courseid, IGNORE_MISSING);
            if ($context) {
                get_file_storage()->delete_area_files($context->id, 'local_enrollkit', self::AREA, $row->id);
            }
            $DB->delete_records('local_enrollkit_certificate', ['id' => $row->id]);
        }
    }

    /**
     * What a file is, by its bytes and never by its name.
     *
     * @param string $content
     * @return string|null
     */
    private static function media_type(string $content): ?string {
        foreach (self::BEGINNINGS as $type => $beginning) {
            if (strncmp($content, $beginning, strlen($beginning)) === 0) {
                return $type;
            }
        }
        return null;
    }

    /**
     * A name with the ending that the bytes ask for.
     *
     * @param string $name
     * @param string $type
     * @return string
     */
    private static function file_name(string $name, string $type): string {
        $endings = ['application/pdf' => 'pdf', 'image/png' => 'png', 'image/jpeg' => 'jpg'];
        $base = \core_text::substr(pathinfo(clean_filename($name), PATHINFO_FILENAME), 0, 200);
        return ($base === '' ? self::AREA : $base) . '.' . $endings[$type];
    }

    /**
     * A certificate in the words of the API.
     *
     * @param \stdClass $row
     * @return array
     */
    private static function record(\stdClass $row): array {
        $context = \context_course::instance((int) $row->courseid);
        $url = \moodle_url::make_pluginfile_url(
            $context->id,
            'local_enrollkit',
            self::AREA,
            $row->id,
            '/',
            $row->filename,
            true
        );
        return [
            'id' => (string) $row->id,
            'booking_id' => "$row->courseid-$row->userid",
            'certification_id' => (string) $row->courseid,
            'file' => [
                'name' => $row->filename, 'media_type' => $row->mediatype, 'size_bytes' => (int) $row->filesize,
                'sha256' => $row->sha256,
            ],
            'valid_from' => $row->validfrom,
            'valid_until' => $row->validuntil,
            'uploaded_by' => (string) $row->usermodified,
            'created_at' => moodle_facts::moment((int) $row->timecreated),
            'version' => 1,
            'allowed' => access::may_mark((int) $row->courseid, (int) $row->userid) ? ['certificate.remove'] : [],
            'url' => $url->out(false),
        ];
    }
}
