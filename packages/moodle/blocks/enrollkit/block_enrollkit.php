<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * The block.
 *
 * @package    block_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

use local_enrollkit\local\access;
use local_enrollkit\local\bookings;
use local_enrollkit\local\elements;
use local_enrollkit\local\page;

/**
 * In a course: the reader's own participation, and for teachers that of everybody in it, to be marked. On the dashboard: the
 * reader's own in every course.
 */
class block_enrollkit extends block_base {
    /** So many people are shown beside a course; more belong on a page of their own. */
    private const MAX_PEOPLE = 50;

    /**
     * Its title.
     *
     * @return void
     */
    public function init() {
        $this->title = get_string('pluginname', 'block_enrollkit');
    }

    /**
     * Where it can stand.
     *
     * @return array
     */
    public function applicable_formats() {
        return ['course-view' => true, 'my' => true];
    }

    /**
     * What it shows. Nothing to guests: the block is hidden then.
     *
     * @return \stdClass
     */
    public function get_content() {
        global $USER;
        if ($this->content !== null) {
            return $this->content;
        }
        $this->content = (object) ['text' => '', 'footer' => ''];
        if (!isloggedin() || isguestuser()) {
            return $this->content;
        }
        $courseid = (int) $this->page->course->id;
        // Moodle has it as its database gave it: as text.
        $isincourse = $courseid !== (int) SITEID;
        $this->content->text = $isincourse && access::marks_in($courseid)
            ? $this->of_course($courseid)
            : $this->own((int) $USER->id, $isincourse ? $courseid : 0);
        page::require_kit($this->page);
        return $this->content;
    }

    /**
     * The reader's own.
     *
     * @param int $userid
     * @param int $courseid
     * @return string
     */
    private function own(int $userid, int $courseid): string {
        $ids = bookings::of_site()->ids_of($userid, $courseid);
        if (!$courseid) {
            return elements::statuses_by_course($ids, $this->page->context);
        }
        return implode('', array_map(function (string $id): string {
            return elements::render('enrollment-status', ['enrollment-id' => $id], $this->page->context);
        }, $ids));
    }

    /**
     * Everybody in a course, in the order of their names.
     *
     * @param int $courseid
     * @return string
     */
    private function of_course(int $courseid): string {
        global $DB;
        $ids = array_filter(bookings::of_site()->ids_in($courseid), function (int $userid) use ($courseid): bool {
            return access::may_mark($courseid, $userid);
        }, ARRAY_FILTER_USE_KEY);
        if (!$ids) {
            return html_writer::div(get_string('nobody', 'block_enrollkit'));
        }
        $names = implode(', ', \core_user\fields::get_name_fields());
        $users = $DB->get_records_list('user', 'id', array_keys($ids), 'lastname, firstname, id', "id, $names");
        $people = '';
        foreach (array_slice($users, 0, self::MAX_PEOPLE, true) as $user) {
            $attributes = ['enrollment-id' => $ids[$user->id], 'editable' => true, 'compact' => true];
            $people .= html_writer::tag('dt', s(fullname($user))) .
                html_writer::tag('dd', elements::render('enrollment-status', $attributes, $this->page->context));
        }
        $more = count($users) - self::MAX_PEOPLE;
        return html_writer::tag('dl', $people) .
            ($more > 0 ? html_writer::div(get_string('more', 'block_enrollkit', $more)) : '');
    }
}
