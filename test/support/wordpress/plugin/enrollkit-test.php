<?php
/**
 * Plugin Name: Enrollkit test
 * What the author of a plugin writes, as the guide has it: the script, a shortcode, a dynamic block, a token for who is
 * logged in, and the tags that authors may use. Below it, what only the tests need.
 */
const ENROLLKIT_TAGS = ['enrollment-status', 'certificate-upload', 'price-breakdown'];
const ENROLLKIT_ATTRIBUTES = ['enrollment-id', 'product-id', 'editable', 'show-history', 'selectable', 'setup-url'];

add_action('wp_enqueue_scripts', function () {
    wp_enqueue_script('enrollkit', '/enrollkit/enrollkit-rest.iife.js', [], null, true);
});

/** An element in a backend of its own: eight of them on a page are eight backends. */
function enrollkit_element(string $tag, array $given): string
{
    $attributes = '';
    foreach (array_intersect_key($given, array_flip(ENROLLKIT_ATTRIBUTES)) as $name => $value) {
        $attributes .= sprintf(' %s="%s"', $name, esc_attr($value));
    }
    $known = in_array($tag, ENROLLKIT_TAGS, true) ? $tag : 'enrollment-status';
    $url = esc_url(getenv('ENROLLKIT_URL'));
    $token = esc_url(rest_url('enrollkit/v1/token'));
    return "<enrollkit-backend type=\"rest\" base-url=\"$url\" token-url=\"$token\">"
        . "<$known$attributes></$known></enrollkit-backend>";
}

add_shortcode('enrollkit', fn ($given) => enrollkit_element($given['tag'] ?? '', $given));

add_action('init', fn () => register_block_type('enrollkit/element', [
    'attributes' => ['tag' => ['type' => 'string'], 'given' => ['type' => 'object']],
    'render_callback' => fn ($block) => enrollkit_element($block['tag'], $block['given']),
]));

/** The key stays here; the page gets a token for minutes. */
add_action('rest_api_init', fn () => register_rest_route('enrollkit/v1', '/token', [
    'methods' => 'GET',
    'permission_callback' => '__return_true',
    'callback' => function () {
        $answer = wp_remote_post(getenv('ENROLLKIT_URL') . '/tokens', [
            'headers' => ['Authorization' => 'Bearer ' . getenv('ENROLLKIT_KEY'), 'Content-Type' => 'application/json'],
            'body' => json_encode(['subject' => 'wp:1', 'role' => 'provider']),
        ]);
        return rest_ensure_response(json_decode(wp_remote_retrieve_body($answer)));
    },
]));

/** Without this, authors (who may not write HTML of their own) lose the tags when they save. */
add_filter('wp_kses_allowed_html', function ($allowed, $context) {
    if ($context !== 'post') {
        return $allowed;
    }
    $backend = ['enrollkit-backend' => ['type' => true, 'base-url' => true, 'token-url' => true]];
    return $allowed + $backend + array_fill_keys(ENROLLKIT_TAGS, array_fill_keys(ENROLLKIT_ATTRIBUTES, true));
}, 10, 2);

// ---- For the tests: a page in another theme or language, or under a strict policy, by its address.

foreach (['template', 'stylesheet'] as $option) {
    add_filter("pre_option_$option", fn ($value) => $_GET['theme'] ?? $value);
}
add_filter('locale', fn ($locale) => $_GET['locale'] ?? $locale);
register_theme_directory(dirname(__DIR__) . '/themes');

add_action('send_headers', function () {
    if (isset($_GET['strict'])) {
        header("Content-Security-Policy: default-src 'self'; connect-src 'self' " . getenv('ENROLLKIT_ORIGIN')
            . "; require-trusted-types-for 'script'; trusted-types lit-html");
    }
});
