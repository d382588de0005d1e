<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * The kit's elements, as HTML.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * The kit's elements, as HTML, from one table that the kit's own manifest makes (elements.json).
 */
class elements {
    /** Those that work on Moodle's own records, which have no prices, starts or orders. */
    private const ON_MOODLE = ['enrollment-status', 'certificate-upload', 'certificate-list'];

    /** @var array|null */
    private static $table = null;

    /**
     * What is known of each element that this site can show, by its tag.
     *
     * @return array
     */
    public static function table(): array {
        if (self::$table === null) {
            self::$table = json_decode(file_get_contents(__DIR__ . '/../../elements.json'), true);
        }
        return settings::way() === settings::WAY_MOODLE
            ? array_intersect_key(self::$table, array_flip(self::ON_MOODLE))
            : self::$table;
    }

    /**
     * An element in its backend. Only attributes that it has are written, and they are escaped.
     *
     * @param string $tag
     * @param array $given Values by name; true for an attribute without one.
     * @param \context $context Where it stands.
     * @return string Empty when there is no such element here.
     */
    public static function render(string $tag, array $given, \context $context): string {
        $element = self::table()[$tag] ?? null;
        if (!$element) {
            return '';
        }
        if (defined('WS_SERVER') && WS_SERVER) {
            // The app and other programs run no script of a page: without words there would be a hole in the text.
            return \html_writer::link(
                $context->get_url(),
                get_string('openinbrowser', 'local_enrollkit'),
                // Else the app would show the same page itself.
                ['data-open-in' => 'browser']
            );
        }
        $attributes = [];
        foreach ($element['attributes'] as $name => $attribute) {
            $value = $given[$name] ?? null;
            if ($value === null || $value === false) {
                continue;
            }
            if ($attribute['type'] === 'boolean') {
                if (!in_array(strtolower((string) $value), ['false', '0', 'no'], true)) {
                    $attributes[$name] = '';
                }
            } else if ($value !== true && (string) $value !== '') {
                $attributes[$name] = (string) $value;
            }
        }
        return self::within_backend(\html_writer::tag($tag, '', $attributes));
    }

    /**
     * Statuses of bookings, each below the name of its course.
     *
     * @param string[] $ids
     * @param \context $context Where they stand.
     * @return string
     */
    public static function statuses_by_course(array $ids, \context $context): string {
        global $DB;
        $courses = bookings::of_site()->courses_of($ids);
        $known = $DB->get_records_list('course', 'id', array_unique(array_values($courses)), '', 'id, fullname');
        $rows = '';
        foreach ($ids as $id) {
            $course = $known[$courses[$id] ?? 0] ?? null;
            $name = $course
                ? format_string($course->fullname, true, ['context' => \context_course::instance($course->id)])
                : '';
            $rows .= \html_writer::tag('dt', $name) .
                \html_writer::tag('dd', self::render('enrollment-status', ['enrollment-id' => $id], $context));
        }
        return $rows === '' ? '' : \html_writer::tag('dl', $rows);
    }

    /**
     * Elements with the backend that the page's script opens for them.
     *
     * @param string $html
     * @return string
     */
    public static function within_backend(string $html): string {
        return \html_writer::tag('enrollkit-backend', $html, ['type' => 'moodle']);
    }

    /**
     * The attribute without which an element shows nothing.
     *
     * @param string $tag
     * @return string|null
     */
    public static function key_of(string $tag): ?string {
        foreach (self::table()[$tag]['attributes'] ?? [] as $name => $attribute) {
            if (!empty($attribute['isKey'])) {
                return $name;
            }
        }
        return null;
    }
}
