<?php
// Writes the pages of the tests, as their authors do once the plugin is active.
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('WORDPRESS_URL'), PHP_URL_PORT);
require getenv('WORDPRESS_DIR') . '/wp-load.php';
foreach (get_option('pages_of_tests') as $name => [$user, $content]) {
    wp_set_current_user($user);
    kses_init();
    [$post] = get_posts(['title' => $name, 'post_type' => 'post', 'numberposts' => 1]);
    // As a request from the editor: with slashes, which WordPress takes away.
    $id = wp_update_post(wp_slash(['ID' => $post->ID, 'post_content' => $content]), true);
    if (is_wp_error($id)) {
        throw new Exception($id->get_error_message());
    }
}
