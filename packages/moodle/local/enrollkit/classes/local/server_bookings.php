<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Bookings that are kept at the server.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * Bookings at the server. Whose they are, and in which course, is in this plugin's own table.
 */
class server_bookings extends bookings {
    /**
     * Bookings by id.
     *
     * @param string[] $ids
     * @return array[]
     */
    public function read(array $ids): array {
        $ids = array_values(array_unique($ids));
        $links = $this->links($ids);
        $managed = access::may_manage();
        $seen = array_filter($ids, function (string $id) use ($links, $managed): bool {
            $link = $links[$id] ?? null;
            return $managed || ($link && access::may_see((int) $link->courseid, (int) $link->userid));
        });
        $found = array_column(server::bookings($seen), null, 'id');
        $answer = [];
        foreach ($seen as $id) {
            if (isset($found[$id])) {
                $answer[] = ['allowed' => $this->allowed($links[$id] ?? null)] + $found[$id];
            }
        }
        return $answer;
    }

    /**
     * Sets a status by hand.
     *
     * @param string $id
     * @param string $status
     * @param string $note
     * @param int $version
     * @return array
     */
    public function mark(string $id, string $status, string $note, int $version): array {
        global $USER;
        $link = $this->links([$id])[$id] ?? null;
        if (!$this->allowed($link)) {
            // Nobody learns which ids there are.
            throw new \moodle_exception('errornotfound', 'local_enrollkit');
        }
        $change = ['participation_status' => $status] + ($note === '' ? [] : ['note' => $note]);
        $options = ['token' => people::token_to_mark($USER, $id)] + ($version > 0 ? ['version' => $version] : []);
        try {
            $booking = server::change($id, $change, $options);
        } catch (server_exception $e) {
            if ($e->status === 409 || $e->status === 412) {
                throw new \moodle_exception('errorconflict', 'local_enrollkit');
            }
            if ($e->status === 404) {
                throw new \moodle_exception('errornotfound', 'local_enrollkit');
            }
            throw $e;
        }
        return ['allowed' => $this->allowed($link)] + $booking;
    }

    /**
     * The bookings of a person.
     *
     * @param int $userid
     * @param int $courseid
     * @return string[]
     */
    public function ids_of(int $userid, int $courseid = 0): array {
        global $DB;
        $which = ['userid' => $userid] + ($courseid ? ['courseid' => $courseid] : []);
        $ids = $DB->get_records_menu('local_enrollkit_booking', $which, 'id DESC', 'id, bookingid');
        return array_values(array_filter($ids));
    }

    /**
     * The courses that bookings are of.
     *
     * @param string[] $ids
     * @return int[]
     */
    public function courses_of(array $ids): array {
        return array_map('intval', array_column($this->links($ids), 'courseid', 'bookingid'));
    }

    /**
     * The bookings of those who take part now.
     *
     * @param int $courseid
     * @return array
     */
    public function ids_in(int $courseid): array {
        global $DB;
        $which = ['courseid' => $courseid, 'timeended' => 0];
        return array_filter($DB->get_records_menu('local_enrollkit_booking', $which, '', 'userid, bookingid'));
    }

    /**
     * What the current user may do with a booking. The server says what the site may, which is more.
     *
     * @param \stdClass|null $link
     * @return string[]
     */
    private function allowed(?\stdClass $link): array {
        $may = $link ? access::may_mark((int) $link->courseid, (int) $link->userid) : access::may_manage();
        return $may ? ['enrollment.change-status'] : [];
    }

    /**
     * Whose bookings are, by the ids of these.
     *
     * @param string[] $ids
     * @return \stdClass[]
     */
    private function links(array $ids): array {
        global $DB;
        if (!$ids) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($ids);
        $rows = $DB->get_records_select('local_enrollkit_booking', "bookingid $in", $params);
        return array_column($rows, null, 'bookingid');
    }
}
