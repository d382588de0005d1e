<?php
// Installs WordPress and writes the pages. Answers their addresses by name, as JSON.
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = parse_url(getenv('WORDPRESS_URL'), PHP_URL_HOST) . ':' . parse_url(getenv('WORDPRESS_URL'), PHP_URL_PORT);
require getenv('WORDPRESS_DIR') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

['user_id' => $admin] = wp_install('Opleider', 'admin', 'admin@example.nl', true, '', 'password', 'nl_NL');
$author = wp_insert_user(['user_login' => 'author', 'user_pass' => 'password', 'role' => 'author']);

['enrollment' => $enrollment, 'product' => $product] = json_decode(getenv('WORDPRESS_RECORDS'), true);
$status = enrollkit_element('enrollment-status', ['enrollment-id' => $enrollment, 'editable' => '']);
$upload = enrollkit_element('certificate-upload', ['enrollment-id' => $enrollment, 'setup-url' => '/']);
$price = enrollkit_element('price-breakdown', ['product-id' => $product, 'selectable' => '']);
$shortcode = fn ($tag, $id) => "<!-- wp:shortcode -->\n[enrollkit tag=\"$tag\" $id]\n<!-- /wp:shortcode -->";
$block = fn ($tag, $given) => '<!-- wp:enrollkit/element ' . json_encode(['tag' => $tag, 'given' => $given]) . ' /-->';
$html = fn ($markup) => "<!-- wp:html -->\n$markup\n<!-- /wp:html -->";
$text = fn ($words) => "<!-- wp:paragraph -->\n<p>$words</p>\n<!-- /wp:paragraph -->";
$between = fn (...$parts) => $text('Een alinea ervoor.') . "\n\n" . implode("\n\n", $parts) . "\n\n" . $text('En een erna.');

$pages = [
    'hand' => [$admin, $between($html($status), $html($price), $html($upload))],
    'shortcode' => [$admin, $between(
        $shortcode('enrollment-status', "enrollment-id=\"$enrollment\""),
        $shortcode('price-breakdown', "product-id=\"$product\""),
        $shortcode('certificate-upload', "enrollment-id=\"$enrollment\""),
    )],
    'block' => [$admin, $between(
        $block('enrollment-status', ['enrollment-id' => $enrollment]),
        $block('price-breakdown', ['product-id' => $product]),
        $block('certificate-upload', ['enrollment-id' => $enrollment]),
    )],
    'author' => [$author, $between($html($status), $html($price), $html($upload))],
    'eight' => [$admin, $between(...array_map($html, array_merge(array_fill(0, 6, $status), [$price, $upload])))],
];
$addresses = [];
foreach ($pages as $name => [$user, $content]) {
    wp_set_current_user($user);
    kses_init();
    // As a request from the editor: with slashes, which WordPress takes away.
    $id = wp_insert_post(wp_slash(['post_title' => $name, 'post_content' => $content, 'post_status' => 'publish', 'post_type' => 'post']), true);
    $addresses[$name] = is_wp_error($id) ? $id->get_error_message() : "/?p=$id";
}
echo "\n", json_encode($addresses);
