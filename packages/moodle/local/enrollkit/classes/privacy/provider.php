<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * What this plugin keeps of people, and how they get it or have it deleted.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\privacy;

use core_privacy\local\metadata\collection;
use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\contextlist;
use core_privacy\local\request\transform;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;
use local_enrollkit\local\certificates;

/**
 * What this plugin keeps of people: which booking an enrolment is, marks, and certificates, each in the course it is about.
 */
class provider implements
    \core_privacy\local\metadata\provider,
    \core_privacy\local\request\plugin\provider,
    \core_privacy\local\request\core_userlist_provider {
    /** The tables, each with the fields that are exported as they are, and those that are moments. */
    private const TABLES = [
        'local_enrollkit_booking' => ['bookingid', 'problem', 'timecompleted', 'timeended', 'timecreated', 'timemodified'],
        'local_enrollkit_mark' => ['status', 'note', 'timecreated'],
        'local_enrollkit_certificate' => ['filename', 'filesize', 'validfrom', 'validuntil', 'consent', 'timecreated'],
    ];

    /** Tables that say who did something. */
    private const BY_SOMEBODY = ['local_enrollkit_mark', 'local_enrollkit_certificate'];

    /**
     * Says what there is.
     *
     * @param collection $collection
     * @return collection
     */
    public static function get_metadata(collection $collection): collection {
        foreach (self::TABLES as $table => $fields) {
            $described = ['userid' => 'privacy:metadata:userid', 'courseid' => 'privacy:metadata:courseid'];
            if (in_array($table, self::BY_SOMEBODY, true)) {
                $described['usermodified'] = 'privacy:metadata:usermodified';
            }
            foreach ($fields as $field) {
                $described[$field] = "privacy:metadata:$field";
            }
            $collection->add_database_table($table, $described, "privacy:metadata:$table");
        }
        $collection->add_subsystem_link('core_files', [], 'privacy:metadata:files');
        $collection->add_external_location_link('server', [
            'name' => 'privacy:metadata:server:name',
            'email' => 'privacy:metadata:server:email',
            'externalid' => 'privacy:metadata:server:externalid',
            'course' => 'privacy:metadata:server:course',
            'completion' => 'privacy:metadata:server:completion',
            'mark' => 'privacy:metadata:server:mark',
        ], 'privacy:metadata:server');
        return $collection;
    }

    /**
     * The courses in which something is kept of somebody, also what they did to others.
     *
     * @param int $userid
     * @return contextlist
     */
    public static function get_contexts_for_userid(int $userid): contextlist {
        $list = new contextlist();
        foreach (array_keys(self::TABLES) as $table) {
            foreach (self::person_fields($table) as $field) {
                $list->add_from_sql("SELECT ctx.id
                                       FROM {context} ctx
                                       JOIN {{$table}} t ON t.courseid = ctx.instanceid
                                      WHERE ctx.contextlevel = :level AND t.$field = :userid", [
                    'level' => CONTEXT_COURSE,
                    'userid' => $userid,
                ]);
            }
        }
        return $list;
    }

    /**
     * Those of whom something is kept in a course.
     *
     * @param userlist $userlist
     * @return void
     */
    public static function get_users_in_context(userlist $userlist): void {
        $context = $userlist->get_context();
        if ($context->contextlevel != CONTEXT_COURSE) {
            return;
        }
        foreach (array_keys(self::TABLES) as $table) {
            foreach (self::person_fields($table) as $field) {
                $sql = "SELECT t.$field FROM {{$table}} t WHERE t.courseid = :courseid AND t.$field > 0";
                $userlist->add_from_sql($field, $sql, ['courseid' => $context->instanceid]);
            }
        }
    }

    /**
     * Gives somebody what is kept of them, with the files.
     *
     * @param approved_contextlist $contextlist
     * @return void
     */
    public static function export_user_data(approved_contextlist $contextlist): void {
        global $DB;
        $userid = (int) $contextlist->get_user()->id;
        foreach ($contextlist->get_contexts() as $context) {
            if ($context->contextlevel != CONTEXT_COURSE) {
                continue;
            }
            $data = [];
            foreach (self::TABLES as $table => $fields) {
                $name = substr($table, strlen('local_enrollkit_'));
                $rows = $DB->get_records($table, ['courseid' => $context->instanceid, 'userid' => $userid], 'id');
                $data[$name] = array_map(function (\stdClass $row) use ($fields): array {
                    return self::exported($row, $fields);
                }, array_values($rows));
                if (in_array($table, self::BY_SOMEBODY, true)) {
                    // What they did to others, without these: that is theirs.
                    $which = ['courseid' => $context->instanceid, 'usermodified' => $userid];
                    $data["{$name}_by_you"] = array_map(function (\stdClass $row): array {
                        return ['timecreated' => transform::datetime($row->timecreated)];
                    }, array_values($DB->get_records($table, $which, 'id')));
                }
            }
            $path = [get_string('pluginname', 'local_enrollkit')];
            writer::with_context($context)->export_data($path, (object) array_filter($data));
            foreach ($DB->get_records('local_enrollkit_certificate', self::of($context, $userid)) as $row) {
                writer::with_context($context)->export_area_files($path, 'local_enrollkit', certificates::AREA, $row->id);
            }
        }
    }

    /**
     * Deletes what is kept of everybody in a course.
     *
     * @param \context $context
     * @return void
     */
    public static function delete_data_for_all_users_in_context(\context $context): void {
        global $DB;
        if ($context->contextlevel != CONTEXT_COURSE) {
            return;
        }
        $which = ['courseid' => $context->instanceid];
        certificates::remove($DB->get_records('local_enrollkit_certificate', $which));
        foreach (array_keys(self::TABLES) as $table) {
            $DB->delete_records($table, $which);
        }
    }

    /**
     * Deletes what is kept of somebody in some courses.
     *
     * @param approved_contextlist $contextlist
     * @return void
     */
    public static function delete_data_for_user(approved_contextlist $contextlist): void {
        foreach ($contextlist->get_contexts() as $context) {
            self::forget($context, [(int) $contextlist->get_user()->id]);
        }
    }

    /**
     * Deletes what is kept of some people in a course.
     *
     * @param approved_userlist $userlist
     * @return void
     */
    public static function delete_data_for_users(approved_userlist $userlist): void {
        self::forget($userlist->get_context(), array_map('intval', $userlist->get_userids()));
    }

    /**
     * Forgets people: what is theirs goes, what they did to others stays without their name.
     *
     * @param \context $context
     * @param int[] $userids
     * @return void
     */
    private static function forget(\context $context, array $userids): void {
        global $DB;
        if ($context->contextlevel != CONTEXT_COURSE || !$userids) {
            return;
        }
        [$in, $params] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED);
        $params['courseid'] = $context->instanceid;
        certificates::remove(
            $DB->get_records_select('local_enrollkit_certificate', "courseid = :courseid AND userid $in", $params)
        );
        foreach (array_keys(self::TABLES) as $table) {
            $DB->delete_records_select($table, "courseid = :courseid AND userid $in", $params);
        }
        foreach (self::BY_SOMEBODY as $table) {
            $DB->set_field_select($table, 'usermodified', 0, "courseid = :courseid AND usermodified $in", $params);
        }
    }

    /**
     * A row for its person to read.
     *
     * @param \stdClass $row
     * @param string[] $fields
     * @return array
     */
    private static function exported(\stdClass $row, array $fields): array {
        $exported = [];
        foreach ($fields as $field) {
            $ismoment = strpos($field, 'time') === 0;
            $exported[$field] = $ismoment && $row->$field ? transform::datetime($row->$field) : $row->$field;
        }
        return $exported;
    }

    /**
     * The fields of a table that name a person.
     *
     * @param string $table
     * @return string[]
     */
    private static function person_fields(string $table): array {
        return in_array($table, self::BY_SOMEBODY, true) ? ['userid', 'usermodified'] : ['userid'];
    }

    /**
     * What is of somebody in a course.
     *
     * @param \context $context
     * @param int $userid
     * @return array
     */
    private static function of(\context $context, int $userid): array {
        return ['courseid' => $context->instanceid, 'userid' => $userid];
    }
}
