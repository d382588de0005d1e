<?php
/**
 * @package Enrollkit
 */

namespace Enrollkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * An order of WooCommerce has the bookings that are paid for, whatever happens to it: paid, cancelled, given back in part or whole,
 * and paid again. A product is a course when it has the id of one (`_enrollkit_product_id`, on the product's own page), and
 * optionally of a start (`_enrollkit_starting_date_id`).
 */
final class Orders {

	private const PRODUCT = '_enrollkit_product_id';
	private const START   = '_enrollkit_starting_date_id';
	private const TRIES   = 6;
	/** Whatever happens to an order, in this way WooCommerce says it. Nothing is done twice, however many of them come. */
	private const HOOKS = array(
		'woocommerce_payment_complete',
		'woocommerce_order_status_processing',
		'woocommerce_order_status_completed',
		'woocommerce_order_status_cancelled',
		'woocommerce_order_status_refunded',
		'woocommerce_order_refunded',
	);

	/** @var Settings */
	private $settings;
	/** @var Order_Item_Bookings */
	private $bookings;

	public function __construct( Settings $settings, Server $server ) {
		$this->settings = $settings;
		$this->bookings = new Order_Item_Bookings( $server );
	}

	public function register(): void {
		foreach ( self::HOOKS as $hook ) {
			add_action( $hook, array( $this, 'settle' ) );
		}
		add_action( 'woocommerce_order_refunded', array( $this, 'note_money_alone' ), 20, 2 );
		add_action( 'woocommerce_refund_deleted', array( $this, 'settle_after_refund' ), 10, 2 );
		add_action( 'enrollkit_book_order', array( $this, 'settle' ), 10, 2 );
		add_action( 'woocommerce_product_options_general_product_data', array( $this, 'render_fields' ) );
		add_action( 'woocommerce_admin_process_product_object', array( $this, 'save_fields' ) );
		add_action( 'before_woocommerce_init', array( $this, 'declare_compatibility' ) );
	}

	/** Orders are read and written by WooCommerce's own functions only, so they may lie in tables of their own. */
	public function declare_compatibility(): void {
		if ( class_exists( \Automattic\WooCommerce\Utilities\FeaturesUtil::class ) ) {
			foreach ( array( 'custom_order_tables', 'cart_checkout_blocks' ) as $feature ) {
				\Automattic\WooCommerce\Utilities\FeaturesUtil::declare_compatibility( $feature, FILE, true );
			}
		}
	}

	/**
	 * Books what is paid for and not booked yet, and cancels what is booked and not paid for any more. What fails is tried again, later
	 * and later, and noted on the order.
	 *
	 * @param int $order_id
	 * @param int $failures How often it has failed.
	 */
	public function settle( $order_id, $failures = 0 ): void {
		$order = wc_get_order( $order_id );
		if ( ! $order || ! $this->settings->has_key() ) {
			return;
		}
		$is_over = in_array( $order->get_status(), array( 'cancelled', 'refunded' ), true );
		if ( ! $is_over && ! $order->is_paid() ) {
			// Waiting or disputed: nobody has decided yet.
			return;
		}
		$problem = null;
		foreach ( $order->get_items() as $item ) {
			$given_back = abs( (int) $order->get_qty_refunded_for_item( $item->get_id() ) );
			$wanted     = $is_over ? 0 : max( 0, (int) $item->get_quantity() - $given_back );
			$found      = $this->bookings->settle( $order, $item, $wanted, $this->course_of( $item ) );
			$problem    = $found ?? $problem;
		}
		if ( null === $problem ) {
			return;
		}
		/* translators: %s: what went wrong. */
		$order->add_order_note( sprintf( __( 'Enrollkit could not book: %s', 'enrollkit' ), $problem->get_error_message() ) );
		// What the server refuses stays refused; only what may get better is tried again.
		$status = (int) ( $problem->get_error_data()['status'] ?? 503 );
		if ( $failures < self::TRIES && ( $status >= 500 || 429 === $status ) ) {
			wp_schedule_single_event( time() + 60 * 4 ** $failures, 'enrollkit_book_order', array( (int) $order_id, $failures + 1 ) );
		}
	}

	/**
	 * A refund was taken back.
	 *
	 * @param int $refund_id
	 * @param int $order_id
	 */
	public function settle_after_refund( $refund_id, $order_id ): void {
		$this->settle( $order_id );
	}

	/**
	 * Money that was given back without saying for how many pieces takes nobody out of a course; the shopkeeper is told so.
	 *
	 * @param int $order_id
	 * @param int $refund_id
	 */
	public function note_money_alone( $order_id, $refund_id ): void {
		$order  = wc_get_order( $order_id );
		$refund = wc_get_order( $refund_id );
		if ( ! $order || ! $refund || 'refunded' === $order->get_status() ) {
			return;
		}
		foreach ( $refund->get_items() as $part ) {
			$item = $order->get_item( (int) $part->get_meta( '_refunded_item_id' ) );
			if ( $item && 0 === (int) $part->get_quantity() && (float) $part->get_total() < 0 && $this->bookings->has_any( $item ) ) {
				/* translators: %s: name of a product. */
				$order->add_order_note( sprintf( __( 'Enrollkit: money was refunded for %s, but without a quantity, so its bookings stay.', 'enrollkit' ), $item->get_name() ) );
			}
		}
	}

	/** A field for each id, on the page of a product. */
	public function render_fields(): void {
		woocommerce_wp_text_input(
			array(
				'id'          => self::PRODUCT,
				'label'       => __( 'Enrollkit: id of the course', 'enrollkit' ),
				'desc_tip'    => true,
				'description' => __( 'Whoever pays for this product is booked on that course.', 'enrollkit' ),
			)
		);
		woocommerce_wp_text_input(
			array(
				'id'          => self::START,
				'label'       => __( 'Enrollkit: id of the start', 'enrollkit' ),
				'desc_tip'    => true,
				'description' => __( 'Leave it empty for a course without fixed starts.', 'enrollkit' ),
			)
		);
	}

	/** @param object $product WooCommerce has checked its nonce. */
	public function save_fields( $product ): void {
		foreach ( array( self::PRODUCT, self::START ) as $name ) {
			// phpcs:ignore WordPress.Security.NonceVerification.Missing -- WooCommerce has.
			$product->update_meta_data( $name, isset( $_POST[ $name ] ) ? sanitize_text_field( wp_unslash( $_POST[ $name ] ) ) : '' );
		}
	}

	/**
	 * The course that an item is, and its start. A variation has those of the product that it is one of.
	 *
	 * @param object $item
	 * @return array<string, string> As `POST /bookings` wants it; empty when it is no course.
	 */
	private function course_of( $item ): array {
		$product = $item->get_product();
		if ( $product && '' === (string) $product->get_meta( self::PRODUCT ) && $product->get_parent_id() ) {
			$product = wc_get_product( $product->get_parent_id() );
		}
		$course = $product ? (string) $product->get_meta( self::PRODUCT ) : '';
		if ( '' === $course ) {
			return array();
		}
		return array_filter(
			array(
				'product_id'       => $course,
				'starting_date_id' => (string) $product->get_meta( self::START ),
			)
		);
	}
}
