<?php
// Runs what the plugin does with orders, with the few functions and classes of WordPress and WooCommerce that it uses: an order of
// two pieces of a course (a variation of it) and a mug, and what happens to it one after the other. Prints what the server was asked, and what became
// of the order, as JSON.
namespace Automattic\WooCommerce\Utilities {
    class FeaturesUtil {
        public static array $declared = [];
        public static function declare_compatibility($feature, $file, $does) { self::$declared[] = [$feature, basename($file), $does]; }
    }
}
namespace {
    define('ABSPATH', '/');
    define('MB_IN_BYTES', 1048576);
    $asked = $notes = $scheduled = $hooks = [];
    ['answers' => $answers, 'events' => $events] = json_decode(getenv('SCENARIO'), true);
    function __($text) { return $text; }
    function add_action($hook, $act, $order = 10, $count = 1) { global $hooks; $hooks[$hook][] = [$act, $count]; }
    function apply_filters($name, $value, $item, $piece) {
        global $isforothers;
        return $isforothers ? ['participant' => ['name' => "Person $piece"]] + $value : $value;
    }
    function untrailingslashit($text) { return rtrim($text, '/'); }
    function get_option() { return []; }
    function wp_json_encode($value) { return json_encode($value); }
    function is_wp_error($value) { return $value instanceof WP_Error; }
    function wp_schedule_single_event($at, $hook, $given) { global $scheduled; $scheduled[] = [$hook, $given, $at - time()]; }
    function wc_get_order($id) { global $order, $refund; return [7 => $order, 70 => $refund][$id] ?? false; }
    function wc_get_product($id) { global $course; return $id === 3 ? $course : false; }
    function wp_remote_request($url, $request) {
        global $asked, $answers;
        $path = substr($url, strlen('https://server.example'));
        $asked[] = ["$request[method] $path", $request['headers']['Idempotency-Key'] ?? null, json_decode($request['body'] ?? 'null', true)];
        return array_shift($answers) ?? throw new Exception("Nothing answers $request[method] $path");
    }
    function wp_remote_retrieve_response_code($answer) { return $answer['status']; }
    function wp_remote_retrieve_header($answer, $name) { return $answer[$name] ?? ''; }
    function wp_remote_retrieve_body($answer) { return json_encode($answer['body']); }
    function add_filter($hook, $act) { global $hooks; $hooks[$hook][] = [$act, 1]; }
    function wc_get_orders($asked) { global $order; return $asked['billing_email'] === $order->fields['get_billing_email'] ? [$order] : []; }
    function wc_get_order_notes() {
        global $notes;
        return array_map(fn ($id) => (object) ['id' => $id, 'content' => $notes[$id]], array_keys($notes));
    }
    function wc_delete_order_note($id) { global $notes; unset($notes[$id]); return true; }
    class WP_Http { public static function make_absolute_url($location) { return $location; } }
    class WP_Error {
        public function __construct(private $code, private $message, private $data = null) {}
        public function get_error_message() { return $this->message; }
        public function get_error_data() { return $this->data; }
    }
    /** Of WooCommerce: a product, an item and an order, as far as they are asked. What isn't known, they don't have. */
    class Stub {
        public function __construct(public array $fields, public array $meta = []) {}
        public function __call($name, $given) {
            global $notes, $items;
            if ($name === 'get_meta') return $this->meta[$given[0]] ?? '';
            if ($name === 'update_meta_data') return $this->meta[$given[0]] = $given[1];
            if ($name === 'add_order_note') return $notes[] = $given[0];
            if ($name === 'get_qty_refunded_for_item') return -($this->fields['refunded'][$given[0]] ?? 0);
            if ($name === 'get_item') return $items[$given[0]] ?? false;
            if ($name === 'is_paid') return in_array($this->fields['get_status'], ['processing', 'completed'], true);
            if ($name === 'save') return null;
            return array_key_exists($name, $this->fields) ? $this->fields[$name] : throw new Exception("WooCommerce is asked $name");
        }
    }
    define('ENROLLKIT_SERVER', 'https://server.example');
    define('ENROLLKIT_KEY', 'key');
    $course = new Stub(['get_parent_id' => 0], ['_enrollkit_product_id' => 'DW-101', '_enrollkit_starting_date_id' => 's1']);
    $items = [
        11 => new Stub(['get_id' => 11, 'get_name' => 'BHV', 'get_product' => new Stub(['get_parent_id' => 3]), 'get_quantity' => 2]),
        12 => new Stub(['get_id' => 12, 'get_name' => 'Mug', 'get_product' => new Stub(['get_parent_id' => 0]), 'get_quantity' => 1]),
        13 => new Stub(['get_id' => 13, 'get_name' => 'Gone', 'get_product' => false, 'get_quantity' => 1]),
    ];
    $order = new Stub([
        'get_id' => 7, 'get_order_number' => '2026-7', 'get_status' => 'pending', 'get_items' => $items, 'get_customer_id' => 5,
        'get_billing_first_name' => 'Kim', 'get_billing_last_name' => 'de Vries', 'get_billing_email' => 'kim@example.nl', 'refunded' => [],
    ]);
    $refund = false;
    $isforothers = false;
}
namespace Enrollkit {
    const FILE = '/plugins/enrollkit/enrollkit.php';
    $plugin = dirname(__DIR__, 3) . '/packages/wordpress/includes/';
    foreach (['secret', 'settings', 'server', 'order-item-bookings', 'orders', 'privacy'] as $part) require $plugin . "class-$part.php";
    $settings = new Settings();
    (new Orders($settings, new Server($settings)))->register();
    // As WooCommerce does it: the order is as it is then, and every hook of that is called.
    $call = function ($hook, ...$given) use (&$hooks) {
        foreach ($hooks[$hook] ?? [] as [$act, $count]) $act(...array_slice($given, 0, $count));
    };
    $call('before_woocommerce_init');
    $become = function ($status) use ($call, $order) {
        if ($order->fields['get_status'] === $status) return;
        $order->fields['get_status'] = $status;
        $call("woocommerce_order_status_$status", 7, $order);
    };
    $personal = [];
    foreach ($events as [$event, $given]) {
        if ($event === 'paid') { $become('processing'); $call('woocommerce_payment_complete', 7, 'tx'); }
        elseif ($event === 'becomes') $become($given);
        elseif ($event === 'tried again') $call('enrollkit_book_order', 7, 1);
        elseif ($event === 'for others') $isforothers = true;
        elseif ($event === 'noted') $notes[] = $given;
        elseif ($event === 'export') $personal[] = (new Privacy())->export($given);
        elseif ($event === 'erase') $personal[] = (new Privacy())->erase($given);
        elseif ($event === 'refund taken back') { $order->fields['refunded'] = []; $call('woocommerce_refund_deleted', 70, 7); }
        elseif ($event === 'refund') {
            $order->fields['refunded'][11] = ($order->fields['refunded'][11] ?? 0) + $given;
            $part = new \Stub(['get_quantity' => -$given, 'get_total' => '-10.00'], ['_refunded_item_id' => 11]);
            $refund = new \Stub(['get_items' => [$part]]);
            $call('woocommerce_order_refunded', 7, 70);
        }
    }
    echo json_encode([
        'asked' => $asked, 'notes' => array_values($notes), 'personal' => $personal, 'scheduled' => $scheduled, 'left' => count($answers), 'made' => $items[11]->get_meta('_enrollkit_booking_ids'),
        'cancelled' => $items[11]->get_meta('_enrollkit_cancelled_ids'), 'declared' => \Automattic\WooCommerce\Utilities\FeaturesUtil::$declared,
    ]);
}
