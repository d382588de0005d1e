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

['enrollment' => $enrollment, 'product' => $product, 'server' => $server, 'tags' => $tags] = json_decode(getenv('WORDPRESS_RECORDS'), true);
$elements = [
    'enrollment-status' => ['enrollment-id' => $enrollment, 'editable' => true],
    'price-breakdown' => ['product-id' => $product, 'selectable' => true],
    'certificate-upload' => ['enrollment-id' => $enrollment, 'setup-url' => '/'],
];
$html = fn ($markup) => "<!-- wp:html -->\n$markup\n<!-- /wp:html -->";
$text = fn ($words) => "<!-- wp:paragraph -->\n<p>$words</p>\n<!-- /wp:paragraph -->";
$between = fn ($parts) => $text('Een alinea ervoor.') . "\n\n" . implode("\n\n", $parts) . "\n\n" . $text('En een erna.');
$written = function ($tag, $attributes) use ($server) {
    $shown = '';
    foreach ($attributes as $name => $value) {
        $shown .= $value === true ? " $name" : " $name=\"$value\"";
    }
    $token = rest_url('enrollkit/v1/token');
    return "<enrollkit-backend type=\"rest\" base-url=\"$server\" token-url=\"$token\"><$tag$shown></$tag></enrollkit-backend>";
};
$by_hand = array_map(fn ($tag) => $html($written($tag, $elements[$tag])), array_keys($elements));
$shortcode = function ($tag) use ($elements) {
    $shown = '';
    foreach ($elements[$tag] as $name => $value) {
        $shown .= $value === true ? " $name" : " $name=\"$value\"";
    }
    return "<!-- wp:shortcode -->\n[enrollkit_" . str_replace('-', '_', $tag) . "$shown]\n<!-- /wp:shortcode -->";
};
$block = function ($tag) use ($elements) {
    $given = [];
    foreach ($elements[$tag] as $name => $value) {
        $given[lcfirst(str_replace(' ', '', ucwords(str_replace('-', ' ', $name))))] = $value;
    }
    return "<!-- wp:enrollkit/$tag " . json_encode($given) . ' /-->';
};

$pages = [
    'hand' => [$admin, $between($by_hand)],
    'shortcode' => [$admin, $between(array_map($shortcode, array_keys($elements)))],
    'block' => [$admin, $between(array_map($block, array_keys($elements)))],
    'author' => [$people['author'], $between($by_hand)],
    'eight' => [$admin, $between(array_merge(array_fill(0, 6, $by_hand[0]), array_slice($by_hand, 1)))],
    'visitor' => [$admin, $between([$block('price-breakdown'), "<!-- wp:enrollkit/starting-dates {\"productId\":\"$product\"} /-->"])],
    'all' => [$admin, implode("\n\n", array_merge(...array_map(
        fn ($tag) => [$html($written($tag, [])), "<!-- wp:shortcode -->\n[enrollkit_" . str_replace('-', '_', $tag) . "]\n<!-- /wp:shortcode -->", "<!-- wp:enrollkit/$tag /-->"],
        $tags
    )))],
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
