<?php
/**
 * @package Enrollkit
 */

namespace Enrollkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * A paid order of WooCommerce books the courses in it. A product is a course when it has the id of one (`_enrollkit_product_id`,
 * on the product's own page), and optionally of a start (`_enrollkit_starting_date_id`).
 */
final class Orders {

	private const PRODUCT = '_enrollkit_product_id';
	private const START   = '_enrollkit_starting_date_id';
	/** On an item of an order: the bookings that were made of it. */
	private const BOOKINGS = '_enrollkit_booking_ids';
	private const TRIES    = 6;

	/** @var Settings */
	private $settings;
	/** @var Server */
	private $server;

	public function __construct( Settings $settings, Server $server ) {
		$this->settings = $settings;
		$this->server   = $server;
	}

	public function register(): void {
		add_action( 'woocommerce_payment_complete', array( $this, 'book' ) );
		add_action( 'woocommerce_order_status_completed', array( $this, 'book' ) );
		add_action( 'enrollkit_book_order', array( $this, 'book' ), 10, 2 );
		add_action( 'woocommerce_product_options_general_product_data', array( $this, 'render_fields' ) );
		add_action( 'woocommerce_admin_process_product_object', array( $this, 'save_fields' ) );
	}

	/**
	 * Books what of an order is not booked yet. What fails is tried again, later and later, and noted on the order.
	 *
	 * @param int $order_id
	 * @param int $failures How often it has failed.
	 */
	public function book( $order_id, $failures = 0 ): void {
		$order = wc_get_order( $order_id );
		if ( ! $order || ! $order->is_paid() || ! $this->settings->has_key() ) {
			return;
		}
		$problem = null;
		foreach ( $order->get_items() as $item ) {
			$product = $item->get_product();
			$course  = $product ? (string) $product->get_meta( self::PRODUCT ) : '';
			if ( '' !== $course ) {
				$problem = $this->book_item( $order, $item, $course, (string) $product->get_meta( self::START ) ) ?? $problem;
			}
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
	 * One booking for each piece. The key of each is the order's, so that a second try, or two at once, books nothing twice.
	 *
	 * @param object $order
	 * @param object $item
	 */
	private function book_item( $order, $item, string $course, string $start ): ?\WP_Error {
		$booked = array_filter( explode( ',', (string) $item->get_meta( self::BOOKINGS ) ) );
		for ( $piece = count( $booked ); $piece < $item->get_quantity(); $piece++ ) {
			$user    = (int) $order->get_customer_id();
			$person  = array_filter(
				array(
					'name'        => trim( $order->get_billing_first_name() . ' ' . $order->get_billing_last_name() ),
					'email'       => (string) $order->get_billing_email(),
					'external_id' => $user > 0 ? "wp:$user" : '',
				)
			);
			$booking = array(
				'product_id'  => $course,
				'participant' => $person,
			);
			if ( '' !== $start ) {
				$booking['starting_date_id'] = $start;
			}
			/**
			 * What is booked for a piece of an order, for a shop that asks for the participants' names.
			 *
			 * @param array<string, mixed> $booking As `POST /bookings` wants it.
			 * @param object               $item    Of the order.
			 * @param int                  $piece   Counted from 0.
			 */
			$booking = (array) apply_filters( 'enrollkit_order_booking', $booking, $item, $piece );
			$answer  = $this->server->book( $booking, sprintf( 'wc-%d-%d-%d', $order->get_id(), $item->get_id(), $piece ) );
			if ( is_wp_error( $answer ) ) {
				return $answer;
			}
			$booked[] = (string) $answer['id'];
			$item->update_meta_data( self::BOOKINGS, implode( ',', $booked ) );
			$item->save();
		}
		return null;
	}
}
