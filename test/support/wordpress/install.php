<?php
// Installs WordPress, and the people and pages of the tests. Answers the addresses of the pages by name and the ids of people, as JSON.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('WORDPRESS_URL'), PHP_URL_PORT);
require getenv('WORDPRESS_DIR') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

['user_id' => $admin] = wp_install('Opleider', 'admin', 'admin@example.nl', true, '', 'password', 'nl_NL');
update_option('WPLANG', 'nl_NL');
$people = ['admin' => $admin];
foreach (['editor', 'author', 'subscriber'] as $role) {
    $people[$role] = wp_insert_user(['user_login' => $role, 'user_pass' => 'password', 'role' => $role, 'user_email' => "$role@example.nl", 'display_name' => ucfirst($role)]);
}
foreach ($people as $id) {
    update_user_meta($id, 'show_admin_bar_front', 'false');
}

['enrollment' => $enrollment, 'product' => $product, 'server' => $server, 'elements' => $all, 'public' => $public] = json_decode(getenv('WORDPRESS_RECORDS'), true);
$few = [
    'enrollment-status' => ['enrollment-id' => $enrollment, 'editable' => true],
    'price-breakdown' => ['product-id' => $product, 'selectable' => true],
    'certificate-upload' => ['enrollment-id' => $enrollment, 'setup-url' => '/'],
];
$text = fn ($words) => "<!-- wp:paragraph -->\n<p>$words</p>\n<!-- /wp:paragraph -->";
$between = fn ($parts) => $text('Een alinea ervoor.') . "\n\n" . implode("\n\n", $parts) . "\n\n" . $text('En een erna.');
$attributes = fn ($given) => implode('', array_map(fn ($name) => $given[$name] === true ? " $name" : " $name=\"$given[$name]\"", array_keys($given)));
$hand = function ($tag, $given) use ($server, $attributes) {
    $token = rest_url('enrollkit/v1/token');
    $element = "<$tag{$attributes($given)}></$tag>";
    return "<!-- wp:html -->\n<enrollkit-backend type=\"rest\" base-url=\"$server\" token-url=\"$token\">$element</enrollkit-backend>\n<!-- /wp:html -->";
};
$shortcode = fn ($tag, $given) => "<!-- wp:shortcode -->\n[enrollkit_" . str_replace('-', '_', $tag) . "{$attributes($given)}]\n<!-- /wp:shortcode -->";
$block = function ($tag, $given) {
    $camel = array_map(fn ($name) => lcfirst(str_replace(' ', '', ucwords(str_replace('-', ' ', $name)))), array_keys($given));
    return "<!-- wp:enrollkit/$tag " . json_encode((object) array_combine($camel, $given)) . ' /-->';
};
$written = fn ($way, $elements) => array_map($way, array_keys($elements), $elements);
$status = $hand('enrollment-status', $few['enrollment-status']);

$pages = [
    'hand' => [$admin, $between($written($hand, $few))],
    'shortcode' => [$admin, $between($written($shortcode, $few))],
    'block' => [$admin, $between($written($block, $few))],
    'author' => [$people['author'], $between($written($hand, $few))],
    'eight' => [$admin, $between([...array_fill(0, 5, $status), ...$written($hand, $few)])],
    'visitor' => [$admin, $between($written($block, array_intersect_key($all, array_flip($public))))],
    'all' => [$admin, $between(array_merge(...array_map(null, $written($hand, $all), $written($shortcode, $all), $written($block, $all))))],
    'mine' => [$admin, $between(['<!-- wp:enrollkit/my-bookings /-->'])],
];
$answer = ['pages' => [], 'people' => $people];
update_option('pages_of_tests', $pages);
foreach ($pages as $name => [$user, $content]) {
    // Their content comes when the plugin is active, as an author would write it then.
    $id = wp_insert_post(['post_title' => $name, 'post_status' => 'publish', 'post_author' => $user, 'post_content' => '...'], true);
    $answer['pages'][$name] = is_wp_error($id) ? $id->get_error_message() : "/?p=$id";
}
echo "\n", json_encode($answer);
