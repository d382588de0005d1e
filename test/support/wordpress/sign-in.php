<?php
// Signs everybody in, and answers their cookies by name, as JSON.
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('WORDPRESS_URL'), PHP_URL_PORT);
require getenv('WORDPRESS_DIR') . '/wp-load.php';
$cookies = [];
foreach (get_users() as $user) {
    $until = time() + DAY_IN_SECONDS;
    $token = WP_Session_Tokens::get_instance($user->ID)->create($until);
    $cookies[$user->user_login] = ['name' => LOGGED_IN_COOKIE, 'value' => wp_generate_auth_cookie($user->ID, $until, 'logged_in', $token)];
}
echo "\n", json_encode(['cookies' => $cookies]);
