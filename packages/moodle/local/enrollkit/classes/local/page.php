<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Brings the kit to a page.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * Brings the kit to a page: the script looks whether there is an element on it, and loads the kit only then.
 */
class page {
    /**
     * Asks for the script. What it is told is the same for everybody who may do the same: no key, no token, no name.
     *
     * @param \moodle_page $page
     * @return void
     */
    public static function require_kit(\moodle_page $page): void {
        $page->requires->js_call_amd('local_enrollkit/kit', 'init', [self::config($page->context)]);
    }

    /**
     * What the script is told.
     *
     * @param \context $context Of the page.
     * @return array
     */
    public static function config(\context $context): array {
        $course = $context->get_course_context(false);
        $config = [
            'way' => settings::way(),
            'kit' => (new \moodle_url('/local/enrollkit/kit/'))->out(false),
            // Another version is another address, so that no browser takes an old file for a new one.
            'version' => (string) get_config('local_enrollkit', 'version'),
            'signedIn' => isloggedin() && !isguestuser(),
            // Who acts for the provider asks the server, by a token of their own, for all that a booking has.
            'marks' => $course && !access::may_manage() && access::marks_in((int) $course->instanceid),
        ];
        if (settings::way() === settings::WAY_SERVER) {
            $config += ['server' => settings::server(), 'providerId' => settings::provider_id()];
        }
        return $config;
    }
}
