<?php
// Everything that differs between runs comes from the environment.
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:' . getenv('WORDPRESS_SOCKET'));
define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', getenv('WORDPRESS_URL'));
define('WP_SITEURL', getenv('WORDPRESS_URL'));
foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $purpose) {
    // Equal ones WordPress replaces by others, as long as nobody sets them.
    define($purpose . '_KEY', "key of a test for $purpose");
    define($purpose . '_SALT', "salt of a test for $purpose");
}
// Only what the tests start themselves is asked.
define('DISABLE_WP_CRON', true);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', '127.0.0.1');
define('AUTOMATIC_UPDATER_DISABLED', true);
// What PHP has to say goes where the test looks, not into the page.
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
// The plugin is installed here, from its zip, and what is uploaded on the way there lies beside it.
define('WP_PLUGIN_DIR', getenv('WORDPRESS_PLUGINS'));
define('WP_PLUGIN_URL', getenv('WORDPRESS_URL') . '/plugins');
define('FS_METHOD', 'direct');
define('WPMU_PLUGIN_DIR', getenv('WORDPRESS_PLUGIN_DIR'));
define('WPMU_PLUGIN_URL', getenv('WORDPRESS_URL') . '/plugin');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) {
    define('ABSPATH', getenv('WORDPRESS_DIR') . '/');
}
require_once ABSPATH . 'wp-settings.php';
