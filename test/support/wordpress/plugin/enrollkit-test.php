<?php
/**
 * Plugin Name: For the tests
 * A page in another theme or language, or under a strict policy, by its address.
 */
foreach (['template', 'stylesheet'] as $option) {
    add_filter("pre_option_$option", fn ($value) => $_GET['theme'] ?? $value);
}
if (isset($_GET['locale'])) {
    add_filter('locale', fn () => $_GET['locale']);
}
// Who somebody is, as a site decides it.
add_filter('enrollkit_role', fn ($role) => $_GET['role'] ?? $role);
add_filter('user_has_cap', fn ($all) => $all + (isset($_GET['can']) ? [$_GET['can'] => true] : []));
// What is uploaded lies beside the plugins of this run, which share their WordPress with others.
add_filter('upload_dir', fn ($dirs) => ['path' => WP_PLUGIN_DIR . '-uploads', 'basedir' => WP_PLUGIN_DIR . '-uploads', 'subdir' => ''] + $dirs);
register_theme_directory(dirname(__DIR__) . '/themes');

add_action('send_headers', function () {
    if (isset($_GET['strict'])) {
        header("Content-Security-Policy: default-src 'self'; connect-src 'self' " . getenv('SERVER_ORIGIN')
            . "; require-trusted-types-for 'script'; trusted-types lit-html");
    }
});
