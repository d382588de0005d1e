<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * What comes back from the backup of a course.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

/**
 * Marks and certificates of those people that are restored too. Once: also into a course that has them already.
 */
class restore_local_enrollkit_plugin extends restore_local_plugin {
    /**
     * Where they are in the backup of a course.
     *
     * @return restore_path_element[]
     */
    protected function define_course_plugin_structure() {
        return [
            new restore_path_element('local_enrollkit_mark', $this->get_pathfor('/marks/mark')),
            new restore_path_element('local_enrollkit_certificate', $this->get_pathfor('/certificates/certificate')),
        ];
    }

    /**
     * A mark.
     *
     * @param array $data
     * @return void
     */
    public function process_local_enrollkit_mark($data): void {
        $this->put('local_enrollkit_mark', (object) $data, ['status', 'timecreated']);
    }

    /**
     * A certificate. Its file follows, when there is a row for it.
     *
     * @param array $data
     * @return void
     */
    public function process_local_enrollkit_certificate($data): void {
        $data = (object) $data;
        $id = $this->put('local_enrollkit_certificate', $data, ['sha256']);
        if ($id) {
            $this->set_mapping('local_enrollkit_certificate', $data->id, $id, true);
        }
    }

    /**
     * The files, when all rows are there.
     *
     * @return void
     */
    protected function after_execute_course() {
        $area = \local_enrollkit\local\certificates::AREA;
        $this->add_related_files('local_enrollkit', $area, 'local_enrollkit_certificate');
    }

    /**
     * Puts a row into the course that is restored, unless its person isn't restored, or the course has it.
     *
     * @param string $table
     * @param \stdClass $data
     * @param string[] $same What makes two rows of a person in a course the same.
     * @return int|null Its id.
     */
    private function put(string $table, \stdClass $data, array $same): ?int {
        global $DB;
        $row = clone $data;
        $row->courseid = $this->task->get_courseid();
        $row->userid = $this->get_mappingid('user', $data->userid);
        if (!$row->userid) {
            return null;
        }
        // Who is not here any more is nobody.
        $row->usermodified = $this->get_mappingid('user', $data->usermodified) ?: 0;
        $which = array_intersect_key((array) $row, array_flip(array_merge(['courseid', 'userid'], $same)));
        if ($DB->record_exists($table, $which)) {
            return null;
        }
        unset($row->id);
        return (int) $DB->insert_record($table, $row);
    }
}
