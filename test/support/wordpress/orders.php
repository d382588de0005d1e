<?php
// Runs what the plugin does with orders, with the few functions and classes of WordPress and WooCommerce that it uses. Prints
// what the server was asked, and what became of the order, as JSON.
namespace {
    define('ABSPATH', '/');
    define('MB_IN_BYTES', 1048576);
    $asked = $notes = $scheduled = [];
    $answers = json_decode(getenv('ANSWERS'), true);
    function __($text) { return $text; }
    function add_action() {}
    function apply_filters($name, $value) { return $value; }
    function untrailingslashit($text) { return rtrim($text, '/'); }
    function get_option() { return []; }
    function wp_json_encode($value) { return json_encode($value); }
    function is_wp_error($value) { return $value instanceof WP_Error; }
    function wp_schedule_single_event($at, $hook, $given) { global $scheduled; $scheduled[] = [$hook, $given, $at - time()]; }
    function wc_get_order($id) { global $order; return $order; }
    function wp_remote_request($url, $request) {
        global $asked, $answers;
        $asked[] = [$request['method'], $url, $request['headers']['Idempotency-Key'], json_decode($request['body'], true)];
        return array_shift($answers);
    }
    function wp_remote_retrieve_response_code($answer) { return $answer['status']; }
    function wp_remote_retrieve_body($answer) { return json_encode($answer['body']); }
    class WP_Error {
        public function __construct(private $code, private $message, private $data = null) {}
        public function get_error_message() { return $this->message; }
        public function get_error_data() { return $this->data; }
    }
    /** Of WooCommerce: a product, an item and an order, as far as they are asked. */
    class Stub {
        public function __construct(public array $fields, public array $meta = []) {}
        public function __call($name, $given) {
            global $notes;
            if ($name === 'get_meta') return $this->meta[$given[0]] ?? '';
            if ($name === 'update_meta_data') return $this->meta[$given[0]] = $given[1];
            if ($name === 'add_order_note') return $notes[] = $given[0];
            return $this->fields[$name] ?? null;
        }
    }
    define('ENROLLKIT_SERVER', 'https://server.example');
    define('ENROLLKIT_KEY', 'key');
    $course = new Stub([], ['_enrollkit_product_id' => 'DW-101', '_enrollkit_starting_date_id' => 's1']);
    $two = new Stub(['get_id' => 11, 'get_product' => $course, 'get_quantity' => 2]);
    $mug = new Stub(['get_id' => 12, 'get_product' => new Stub([]), 'get_quantity' => 1]);
    $order = new Stub([
        'get_id' => 7, 'is_paid' => getenv('PAID') !== 'no', 'get_items' => [$two, $mug], 'get_customer_id' => 5,
        'get_billing_first_name' => 'Kim', 'get_billing_last_name' => 'de Vries', 'get_billing_email' => 'kim@example.nl',
    ]);
}
namespace Enrollkit {
    $plugin = dirname(__DIR__, 3) . '/packages/wordpress/includes/';
    foreach (['secret', 'settings', 'server', 'orders'] as $part) require $plugin . "class-$part.php";
    $settings = new Settings();
    $orders = new Orders($settings, new Server($settings));
    for ($run = 0; $run < (int) getenv('RUNS'); $run++) $orders->book(7, 0);
    echo json_encode(['asked' => $asked, 'notes' => $notes, 'scheduled' => $scheduled, 'booked' => $two->meta['_enrollkit_booking_ids'] ?? '']);
}
