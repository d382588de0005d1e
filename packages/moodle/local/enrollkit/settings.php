<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * The settings, and the page that tests them.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

use local_enrollkit\local\settings;

if ($hassiteconfig) {
    $settings = new admin_settingpage('local_enrollkit', new lang_string('pluginname', 'local_enrollkit'));
    $ADMIN->add('localplugins', $settings);
    $ADMIN->add('localplugins', new admin_externalpage(
        'local_enrollkit_test',
        new lang_string('test', 'local_enrollkit'),
        new moodle_url('/local/enrollkit/test.php')
    ));

    if ($ADMIN->fulltree) {
        if (settings::way() === settings::WAY_SERVER) {
            $testpage = (new moodle_url('/local/enrollkit/test.php'))->out();
            $settings->add(new admin_setting_heading(
                'local_enrollkit/setup',
                '',
                new lang_string('setup', 'local_enrollkit', $testpage)
            ));
        }
        $settings->add(new admin_setting_configselect(
            'local_enrollkit/way',
            new lang_string('way', 'local_enrollkit'),
            new lang_string('way_desc', 'local_enrollkit'),
            settings::WAY_SERVER,
            [
                settings::WAY_SERVER => new lang_string('way_server', 'local_enrollkit'),
                settings::WAY_MOODLE => new lang_string('way_moodle', 'local_enrollkit'),
            ]
        ));
        $settings->add(new local_enrollkit\local\setting_server(
            'local_enrollkit/server',
            new lang_string('server', 'local_enrollkit'),
            new lang_string('server_desc', 'local_enrollkit'),
            '',
            PARAM_URL,
            60
        ));
        $settings->add(new admin_setting_encryptedpassword(
            'local_enrollkit/key',
            new lang_string('key', 'local_enrollkit'),
            new lang_string('key_desc', 'local_enrollkit')
        ));
        $settings->add(new admin_setting_configtext(
            'local_enrollkit/providerid',
            new lang_string('providerid', 'local_enrollkit'),
            new lang_string('providerid_desc', 'local_enrollkit'),
            '',
            PARAM_NOTAGS
        ));
        $settings->add(new admin_setting_configcheckbox(
            'local_enrollkit/tellserver',
            new lang_string('tellserver', 'local_enrollkit'),
            new lang_string('tellserver_desc', 'local_enrollkit'),
            0
        ));
        $settings->add(new admin_setting_configcheckbox(
            'local_enrollkit/trustemail',
            new lang_string('trustemail', 'local_enrollkit'),
            new lang_string('trustemail_desc', 'local_enrollkit'),
            0
        ));
    }
}
