<?php
/**
 * @package Enrollkit
 */

namespace Enrollkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Tools › Export and Erase Personal Data, and what a site may write in its privacy policy. This site keeps of somebody which
 * bookings an order of WooCommerce has become, and notes on that order; all else is at the server.
 */
final class Privacy {

	private const ORDERS_AT_ONCE = 20;

	public function register(): void {
		add_action( 'admin_init', array( $this, 'suggest_policy' ) );
		add_filter( 'wp_privacy_personal_data_exporters', array( $this, 'add_exporter' ) );
		add_filter( 'wp_privacy_personal_data_erasers', array( $this, 'add_eraser' ) );
	}

	public function suggest_policy(): void {
		wp_add_privacy_policy_content(
			'Enrollkit',
			'<p>' . esc_html__( 'Who is signed in and sees their bookings here is known to our booking server by the id and the name of their account, and by their email address where accounts prove it. When somebody buys a course, their name, email address and account id go to that server. What people fill in and upload about a course is kept there.', 'enrollkit' ) . '</p>'
		);
	}

	/**
	 * @param array<string, mixed> $exporters
	 * @return array<string, mixed>
	 */
	public function add_exporter( $exporters ) {
		$exporters['enrollkit'] = array(
			'exporter_friendly_name' => 'Enrollkit',
			'callback'               => array( $this, 'export' ),
		);
		return $exporters;
	}

	/**
	 * @param array<string, mixed> $erasers
	 * @return array<string, mixed>
	 */
	public function add_eraser( $erasers ) {
		$erasers['enrollkit'] = array(
			'eraser_friendly_name' => 'Enrollkit',
			'callback'             => array( $this, 'erase' ),
		);
		return $erasers;
	}

	/**
	 * @param string $email
	 * @param int    $page Counted from 1.
	 * @return array<string, mixed>
	 */
	public function export( $email, $page = 1 ) {
		$orders = $this->orders( $email, $page );
		$data   = array();
		foreach ( $orders as $order ) {
			$told = array(
				array(
					'name'  => __( 'Order', 'enrollkit' ),
					'value' => (string) $order->get_order_number(),
				),
				array(
					'name'  => __( 'Bookings on the Enrollkit server', 'enrollkit' ),
					'value' => implode( ', ', $this->bookings( $order ) ),
				),
			);
			foreach ( $this->notes( $order ) as $note ) {
				$told[] = array(
					'name'  => __( 'Note', 'enrollkit' ),
					'value' => $note->content,
				);
			}
			if ( count( $told ) > 2 || '' !== $told[1]['value'] ) {
				$data[] = array(
					'group_id'    => 'enrollkit',
					'group_label' => 'Enrollkit',
					'item_id'     => 'enrollkit-order-' . $order->get_id(),
					'data'        => $told,
				);
			}
		}
		return array(
			'data' => $data,
			'done' => count( $orders ) < self::ORDERS_AT_ONCE,
		);
	}

	/**
	 * Takes away the notes, in which people have names. Which bookings an order has stays with the order: else a refund could not
	 * take them back.
	 *
	 * @param string $email
	 * @param int    $page Counted from 1.
	 * @return array<string, mixed>
	 */
	public function erase( $email, $page = 1 ) {
		$orders   = $this->orders( $email, $page );
		$removed  = false;
		$messages = array();
		foreach ( $orders as $order ) {
			foreach ( $this->notes( $order ) as $note ) {
				$removed = wc_delete_order_note( $note->id ) || $removed;
			}
			$ids = $this->bookings( $order );
			if ( array() !== $ids ) {
				/* translators: %s: ids of bookings. */
				$messages[] = sprintf( __( 'These bookings are kept on the Enrollkit server: %s. Erase this person there too.', 'enrollkit' ), implode( ', ', $ids ) );
			}
		}
		return array(
			'items_removed'  => $removed,
			'items_retained' => array() !== $messages,
			'messages'       => $messages,
			'done'           => count( $orders ) < self::ORDERS_AT_ONCE,
		);
	}

	/** @return object[] Orders of WooCommerce; none where there is no shop. */
	private function orders( string $email, int $page ): array {
		if ( ! function_exists( 'wc_get_orders' ) || '' === $email ) {
			return array();
		}
		return wc_get_orders(
			array(
				'billing_email' => $email,
				'limit'         => self::ORDERS_AT_ONCE,
				'paged'         => $page,
				'orderby'       => 'ID',
				'type'          => 'shop_order',
			)
		);
	}

	/**
	 * @param object $order
	 * @return string[] Ids at the server.
	 */
	private function bookings( $order ): array {
		$ids = array();
		foreach ( $order->get_items() as $item ) {
			$ids = array_merge( $ids, array_filter( explode( ',', (string) $item->get_meta( Order_Item_Bookings::MADE ) ) ) );
		}
		return $ids;
	}

	/**
	 * @param object $order
	 * @return object[] Those that this plugin wrote: in every language they begin with its name.
	 */
	private function notes( $order ): array {
		return array_values(
			array_filter(
				wc_get_order_notes( array( 'order_id' => $order->get_id() ) ),
				static function ( $note ) {
					return 0 === strpos( $note->content, 'Enrollkit' );
				}
			)
		);
	}
}
