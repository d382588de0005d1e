<?php
/**
 * @package Enrollkit
 */

namespace Enrollkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * The bookings of one item of an order: as many as are paid for.
 */
final class Order_Item_Bookings {

	/** On an item of an order: the bookings that were made of it, those that were cancelled again, and those that could not be. */
	public const MADE       = '_enrollkit_booking_ids';
	private const CANCELLED = '_enrollkit_cancelled_ids';
	private const KEPT      = '_enrollkit_kept_ids';
	/** A result stays, whatever becomes of the money: the certificate is somebody's. */
	private const RESULTS = array( 'completed', 'did not pass', 'no-show' );
	/** Where a booking holds no place any more. */
	private const OVER = array( 'cancelled', 'withdrawn', 'declined' );

	/** @var Server */
	private $server;

	public function __construct( Server $server ) {
		$this->server = $server;
	}

	/** @param object $item */
	public function has_any( $item ): bool {
		return array() !== $this->live( $item );
	}

	/**
	 * Makes it so many.
	 *
	 * @param object                $order
	 * @param object                $item
	 * @param int                   $wanted
	 * @param array<string, string> $course As `POST /bookings` wants it; empty when it is none.
	 */
	public function settle( $order, $item, int $wanted, array $course ): ?\WP_Error {
		$missing = $wanted - count( $this->live( $item ) );
		if ( $missing < 0 ) {
			return $this->cancel( $order, $item, -$missing );
		}
		return array() === $course ? null : $this->book( $order, $item, $missing, $course );
	}

	/**
	 * One booking for each piece. The key of each is the order's, so that a second try, or two at once, books nothing twice.
	 *
	 * @param object                $order
	 * @param object                $item
	 * @param int                   $missing
	 * @param array<string, string> $course
	 */
	private function book( $order, $item, int $missing, array $course ): ?\WP_Error {
		for ( ; $missing > 0; $missing-- ) {
			$made   = $this->ids( $item, self::MADE );
			$piece  = count( $made );
			$user   = (int) $order->get_customer_id();
			$person = array_filter(
				array(
					'name'        => trim( $order->get_billing_first_name() . ' ' . $order->get_billing_last_name() ),
					'email'       => (string) $order->get_billing_email(),
					'external_id' => $user > 0 ? "wp:$user" : '',
				)
			);
			/**
			 * What is booked for a piece of an order, for a shop that asks for the participants' names.
			 *
			 * @param array<string, mixed> $booking As `POST /bookings` wants it.
			 * @param object               $item    Of the order.
			 * @param int                  $piece   Counted from 0.
			 */
			$booking = (array) apply_filters( 'enrollkit_order_booking', $course + array( 'participant' => $person ), $item, $piece );
			$answer  = $this->server->book( $booking, sprintf( 'wc-%d-%d-%d', $order->get_id(), $item->get_id(), $piece ) );
			if ( is_wp_error( $answer ) ) {
				return $answer;
			}
			$this->keep( $item, self::MADE, (string) $answer['id'] );
		}
		return null;
	}

	/**
	 * Cancels so many, the last ones first. Who has a result keeps it, and where it can't be known whose piece was given back, nobody is
	 * taken out of a course: the shopkeeper decides then.
	 *
	 * @param object $order
	 * @param object $item
	 */
	private function cancel( $order, $item, int $count ): ?\WP_Error {
		$live    = $this->live( $item );
		$records = $this->server->bookings_with( $live );
		if ( is_wp_error( $records ) ) {
			return $records;
		}
		$records = array_column( $records, null, 'id' );
		$open    = array();
		foreach ( $live as $id ) {
			$record = $records[ $id ] ?? null;
			// Gone, or cancelled at the server meanwhile.
			if ( null === $record || in_array( $record['status'] ?? '', self::OVER, true ) ) {
				$this->keep( $item, self::CANCELLED, $id );
				--$count;
			} else {
				$open[ $id ] = $record;
			}
		}
		if ( $count > 0 && $count < count( $open ) && ! $this->are_of_one_person( $open ) ) {
			$this->tell_to_choose( $order, $item, $count, $open );
			return null;
		}
		// Those that can go, the last one first.
		$results = array_filter( $open, array( $this, 'has_result' ) );
		$in_turn = array_reverse( array_diff_key( $open, $results ), true ) + $results;
		foreach ( array_slice( $in_turn, 0, max( 0, $count ), true ) as $id => $record ) {
			$problem = $this->cancel_one( $order, $item, (string) $id, $record );
			if ( null !== $problem ) {
				return $problem;
			}
		}
		return null;
	}

	/**
	 * @param object               $order
	 * @param object               $item
	 * @param array<string, mixed> $record
	 */
	private function cancel_one( $order, $item, string $id, array $record ): ?\WP_Error {
		if ( $this->has_result( $record ) ) {
			if ( ! in_array( $id, $this->ids( $item, self::KEPT ), true ) ) {
				/* translators: 1: name of a participant, 2: id of a booking, 3: participation status. */
				$order->add_order_note( sprintf( __( 'Enrollkit did not cancel the booking of %1$s (%2$s): it has a result (%3$s). Cancel it with the provider if it has to go.', 'enrollkit' ), $record['participant']['name'] ?? '', $id, $record['participation_status'] ) );
				$this->keep( $item, self::KEPT, $id );
			}
			return null;
		}
		/* translators: %s: number of an order. */
		$answer = $this->server->cancel( $id, sprintf( __( 'Order %s was cancelled or refunded in the shop.', 'enrollkit' ), $order->get_order_number() ) );
		if ( is_wp_error( $answer ) ) {
			return $answer;
		}
		$this->keep( $item, self::CANCELLED, $id );
		/* translators: 1: name of a participant, 2: id of a booking. */
		$order->add_order_note( sprintf( __( 'Enrollkit cancelled the booking of %1$s (%2$s).', 'enrollkit' ), $record['participant']['name'] ?? '', $id ) );
		return null;
	}

	/**
	 * @param object                              $order
	 * @param object                              $item
	 * @param array<string, array<string, mixed>> $open
	 */
	private function tell_to_choose( $order, $item, int $count, array $open ): void {
		// Told once for each number of pieces: later hooks find the same.
		$told = "$count/" . count( $open );
		if ( in_array( $told, $this->ids( $item, self::KEPT ), true ) ) {
			return;
		}
		$this->keep( $item, self::KEPT, $told );
		$names = array();
		foreach ( $open as $id => $record ) {
			$names[] = sprintf( '%s (%s)', $record['participant']['name'] ?? '', $id );
		}
		/* translators: 1: number of bookings to cancel, 2: names of participants. */
		$order->add_order_note( sprintf( __( 'Enrollkit can’t know whose place was given back. Cancel %1$d of these with the provider: %2$s.', 'enrollkit' ), $count, implode( ', ', $names ) ) );
	}

	/** @param array<string, mixed> $record */
	private function has_result( array $record ): bool {
		return in_array( $record['participation_status'] ?? '', self::RESULTS, true );
	}

	/** @param array<string, array<string, mixed>> $records */
	private function are_of_one_person( array $records ): bool {
		$people = array();
		foreach ( $records as $record ) {
			$people[] = (string) wp_json_encode( $record['participant'] ?? null );
		}
		return 1 === count( array_unique( $people ) );
	}

	/**
	 * @param object $item
	 * @return string[] Ids of bookings that were made and not cancelled.
	 */
	private function live( $item ): array {
		return array_values( array_diff( $this->ids( $item, self::MADE ), $this->ids( $item, self::CANCELLED ) ) );
	}

	/**
	 * @param object $item
	 * @return string[]
	 */
	private function ids( $item, string $name ): array {
		return array_values( array_filter( explode( ',', (string) $item->get_meta( $name ) ) ) );
	}

	/** @param object $item */
	private function keep( $item, string $name, string $id ): void {
		$item->update_meta_data( $name, implode( ',', array_unique( array_merge( $this->ids( $item, $name ), array( $id ) ) ) ) );
		$item->save();
	}
}
