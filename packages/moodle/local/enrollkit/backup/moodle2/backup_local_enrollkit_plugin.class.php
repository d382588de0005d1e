<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * What goes into the backup of a course.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

/**
 * Marks and certificates, with the files, where records are kept in Moodle: they are as much of a course as its completions. So a
 * deleted course that comes back from the bin has them again. Which booking at the server an enrolment is stays behind: the
 * copy of a course has enrolments of its own, and these are booked anew.
 */
class backup_local_enrollkit_plugin extends backup_local_plugin {
    /**
     * Of a course, when people are in its backup.
     *
     * @return backup_plugin_element
     */
    protected function define_course_plugin_structure() {
        $plugin = $this->get_plugin_element();
        $wrapper = new backup_nested_element($this->get_recommended_name());
        $plugin->add_child($wrapper);
        $tables = [
            'mark' => ['userid', 'status', 'note', 'usermodified', 'timecreated'],
            'certificate' => [
                'userid', 'filename', 'mediatype', 'filesize', 'sha256', 'validfrom', 'validuntil', 'consent', 'usermodified',
                'timecreated',
            ],
        ];
        foreach ($tables as $name => $fields) {
            $list = new backup_nested_element("{$name}s");
            $element = new backup_nested_element($name, ['id'], $fields);
            $wrapper->add_child($list);
            $list->add_child($element);
            if ($this->get_setting_value('users')) {
                $element->set_source_table("local_enrollkit_$name", ['courseid' => backup::VAR_COURSEID], 'id ASC');
                $element->annotate_ids('user', 'userid');
                $element->annotate_ids('user', 'usermodified');
                if ($name === \local_enrollkit\local\certificates::AREA) {
                    $element->annotate_files('local_enrollkit', $name, 'id');
                }
            }
        }
        return $plugin;
    }
}
