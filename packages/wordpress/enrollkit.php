<?php
/**
 * Plugin Name: Enrollkit
 * Plugin URI: https://github.com/enrollkit/enrollkit
 * Description: Participation status, certificates, prices, starting dates and booking of your courses, in any page, post or template.
 * Version: 0.1.0
 * Requires at least: 6.1
 * Requires PHP: 7.4
 * Author: The Enrollkit authors
 * License: MIT
 * License URI: https://opensource.org/licenses/MIT
 * Text Domain: enrollkit
 * Domain Path: /languages
 *
 * @package Enrollkit
 */

namespace Enrollkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const VERSION = '0.1.0';
const FILE    = __FILE__;

require_once __DIR__ . '/includes/class-secret.php';
require_once __DIR__ . '/includes/class-settings.php';
require_once __DIR__ . '/includes/class-server.php';
require_once __DIR__ . '/includes/class-people.php';
require_once __DIR__ . '/includes/class-words.php';
require_once __DIR__ . '/includes/class-elements.php';
require_once __DIR__ . '/includes/class-theme.php';
require_once __DIR__ . '/includes/class-rest.php';
require_once __DIR__ . '/includes/class-settings-page.php';
require_once __DIR__ . '/includes/class-order-item-bookings.php';
require_once __DIR__ . '/includes/class-orders.php';
require_once __DIR__ . '/includes/class-privacy.php';

add_action(
	'plugins_loaded',
	static function () {
		$settings = new Settings();
		$server   = new Server( $settings );
		$people   = new People( $settings );
		( new Elements( $settings ) )->register();
		( new Theme() )->register();
		( new Rest( $settings, $server, $people ) )->register();
		( new Settings_Page( $settings, $server ) )->register();
		( new Orders( $settings, $server ) )->register();
		( new Privacy() )->register();
	}
);
