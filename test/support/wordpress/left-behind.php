<?php
// Uninstalls the plugin as WordPress does, and answers what is left of it in the database, as JSON.
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('WORDPRESS_URL'), PHP_URL_PORT);
require getenv('WORDPRESS_DIR') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/plugin.php';
update_post_meta(1, '_enrollkit_product_id', 'DW-101');
wp_schedule_single_event(time() + 60, 'enrollkit_book_order', [1, 1]);
$left = function () use ($wpdb) {
    return array_merge(
        $wpdb->get_col("SELECT option_name FROM $wpdb->options WHERE option_name LIKE '%enrollkit%'"),
        $wpdb->get_col("SELECT meta_key FROM $wpdb->postmeta WHERE meta_key LIKE '%enrollkit%'"),
        str_contains(serialize(_get_cron_array()), 'enrollkit') ? ['cron'] : [],
    );
};
$before = $left();
deactivate_plugins('enrollkit/enrollkit.php');
uninstall_plugin('enrollkit/enrollkit.php');
echo json_encode(['before' => $before, 'after' => $left()]);
