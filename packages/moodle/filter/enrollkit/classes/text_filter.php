<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Puts an element where a text names it.
 *
 * @package    filter_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace filter_enrollkit;

defined('MOODLE_INTERNAL') || die();

require_once(__DIR__ . '/../base_aliases.php');

use local_enrollkit\local\bookings;
use local_enrollkit\local\elements;
use local_enrollkit\local\page;
use local_enrollkit\local\settings;

/**
 * Puts an element where a text names it: `{enrollkit price-breakdown product-id="BHV-1" selectable}`.
 *
 * What a course knows need not be said: the product is its ID number, and the booking is the reader's own in it.
 */
class text_filter extends \core_filters\text_filter {
    /** What is looked for, between tags and never in one. Editors write quotes as entities, and hard spaces. */
    private const PLACEHOLDER = '/<[a-z!\/][^<>]*>(*SKIP)(*FAIL)|\{enrollkit(?:\s|&nbsp;){1,20}([a-z][a-z-]{0,39})((?:\s|&nbsp;)[^{}<>]{0,1000})?\}/iu';

    /** One attribute, with a value in any quotes or none. */
    private const ATTRIBUTE = '/([a-z][a-z-]*)(?:\s*=\s*(?:["“”„]([^"“”„]*)["“”„]|[\'‘’]([^\'‘’]*)[\'‘’]|([^\s"\'“”„‘’]+)))?/iu';

    /** The bookings of who reads, each with its status. */
    private const MY_BOOKINGS = 'my-bookings';

    /**
     * Brings the script to a page whose texts may have an element, also those that come later.
     *
     * @param \moodle_page $page
     * @param \context $context
     * @return void
     */
    public function setup($page, $context) {
        static $done = [];
        $id = spl_object_id($page);
        if (!isset($done[$id])) {
            $done[$id] = $page;
            page::require_kit($page);
        }
    }

    /**
     * The text with elements in it.
     *
     * @param string $text
     * @param array $options
     * @return string
     */
    public function filter($text, array $options = []) {
        // A name or a heading is no place for an element: only texts say which format they have.
        if (!is_string($text) || stripos($text, '{enrollkit') === false || !isset($options['originalformat'])) {
            return $text;
        }
        return preg_replace_callback(self::PLACEHOLDER, function (array $found): string {
            return $this->element(strtolower($found[1]), self::attributes($found[2] ?? ''));
        }, $text) ?? $text;
    }

    /**
     * An element, or nothing where it would show nothing.
     *
     * @param string $tag
     * @param array $given
     * @return string
     */
    private function element(string $tag, array $given): string {
        global $USER;
        $course = $this->context->get_course_context(false);
        $courseid = $course ? (int) $course->instanceid : 0;
        $isreader = isloggedin() && !isguestuser();
        if ($tag === self::MY_BOOKINGS) {
            $isincourse = $courseid && $courseid !== (int) SITEID;
            $ids = $isreader ? bookings::of_site()->ids_of((int) $USER->id, $isincourse ? $courseid : 0) : [];
            if (!$isincourse) {
                return elements::statuses_by_course($ids, $this->context);
            }
            return implode('', array_map(function (string $id): string {
                return elements::render('enrollment-status', ['enrollment-id' => $id], $this->context);
            }, $ids));
        }
        $key = elements::key_of($tag);
        if ($tag === 'certificate-list' && !$given) {
            // Of the course that it stands in.
            $key = 'enrollment-id';
        }
        if ($key === 'enrollment-id' && !isset($given[$key])) {
            // The latest, in this course.
            $ids = $isreader && $courseid ? bookings::of_site()->ids_of((int) $USER->id, $courseid) : [];
            $given[$key] = reset($ids) ?: null;
        } else if ($key === 'product-id' && !isset($given[$key]) && $courseid && settings::way() === settings::WAY_SERVER) {
            $given[$key] = trim(get_course($courseid)->idnumber) ?: null;
        }
        return $key !== null && !isset($given[$key]) ? '' : elements::render($tag, $given, $this->context);
    }

    /**
     * The attributes of a placeholder, by name.
     *
     * @param string $text
     * @return array Texts; true for one without a value.
     */
    private static function attributes(string $text): array {
        $plain = str_replace("\u{a0}", ' ', html_entity_decode($text, ENT_QUOTES | ENT_HTML5, 'UTF-8'));
        preg_match_all(self::ATTRIBUTE, $plain, $found, PREG_SET_ORDER | PREG_UNMATCHED_AS_NULL);
        $attributes = [];
        foreach ($found as $one) {
            $attributes[strtolower($one[1])] = $one[2] ?? $one[3] ?? $one[4] ?? true;
        }
        return $attributes;
    }
}
