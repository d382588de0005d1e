<?php
/**
 * @package Enrollkit
 */

namespace Enrollkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Speaks to the Enrollkit server with the site's key.
 */
final class Server {

	private const TIMEOUT_SECONDS = 10;

	/** @var Settings */
	private $settings;

	public function __construct( Settings $settings ) {
		$this->settings = $settings;
	}

	/**
	 * A token for one person, for a page.
	 *
	 * @param array<string, string> $person As `POST /tokens` wants it.
	 * @return array<string, mixed>|\WP_Error With `token` and `expires_at`.
	 */
	public function create_token( array $person ) {
		return $this->send( 'POST', '/tokens', $person );
	}

	/**
	 * @param array<string, mixed> $booking As `POST /bookings` wants it.
	 * @param string               $key     The same one again gives the first answer, never a second booking.
	 * @return array<string, mixed>|\WP_Error The booking.
	 */
	public function book( array $booking, string $key ) {
		return $this->send( 'POST', '/bookings', $booking, array( 'Idempotency-Key' => $key ) );
	}

	/**
	 * The bookings that a token shows, the newest first.
	 *
	 * @return array<string, mixed>|\WP_Error With `items`.
	 */
	public function bookings( string $token ) {
		return $this->send( 'GET', '/bookings?size=100', null, array( 'Authorization' => 'Bearer ' . $token ) );
	}

	/**
	 * Bookings by their ids. Those that are gone are left out.
	 *
	 * @param string[] $ids At most as many as an item of an order has pieces.
	 * @return array<int, array<string, mixed>>|\WP_Error
	 */
	public function bookings_with( array $ids ) {
		$found = array();
		// Proxies refuse addresses that are longer than 8 kB.
		foreach ( array_chunk( $ids, 100 ) as $some ) {
			$page = $this->send( 'GET', '/bookings?size=100&ids=' . implode( ',', array_map( 'rawurlencode', $some ) ) );
			if ( is_wp_error( $page ) ) {
				return $page;
			}
			$found = array_merge( $found, array_values( (array) ( $page['items'] ?? array() ) ) );
		}
		return $found;
	}

	/**
	 * Courses by their ids. Those that are gone are left out, and all of them where they can't be read.
	 *
	 * @param string[] $ids
	 * @return array<int, array<string, mixed>>
	 */
	public function products_with( array $ids ): array {
		$found = array();
		// Their descriptions come too, and an answer has a limit.
		foreach ( array_chunk( $ids, 20 ) as $some ) {
			$page  = $this->send( 'GET', '/products?size=20&ids=' . rawurlencode( implode( ',', array_map( 'rawurlencode', $some ) ) ) );
			$found = array_merge( $found, is_wp_error( $page ) ? array() : array_values( (array) ( $page['items'] ?? array() ) ) );
		}
		return $found;
	}

	/**
	 * Cancels a booking; a second time changes nothing.
	 *
	 * @param string $note Why, for whoever reads its history.
	 * @return array<string, mixed>|\WP_Error The booking.
	 */
	public function cancel( string $id, string $note ) {
		return $this->send( 'POST', '/bookings/' . rawurlencode( $id ) . '/cancel', array( 'note' => $note ) );
	}

	/** @return \WP_Error|null What keeps the site from the server, or nothing. */
	public function problem(): ?\WP_Error {
		if ( '' === $this->settings->server() ) {
			return new \WP_Error( 'no-server', __( 'No server is set. Fill in its address.', 'enrollkit' ) );
		}
		if ( ! $this->settings->has_key() ) {
			return new \WP_Error(
				'no-key',
				$this->settings->has_unreadable_key()
					? __( 'The key can no longer be read, because the salts in wp-config.php have changed. Fill it in again.', 'enrollkit' )
					: __( 'No key is set. Fill it in.', 'enrollkit' )
			);
		}
		$health = $this->send( 'GET', '/healthz' );
		if ( is_wp_error( $health ) ) {
			return $health;
		}
		$token = $this->create_token(
			array(
				'subject'    => 'wp:test',
				'role'       => 'provider',
				'expires_in' => 1,
			)
		);
		return is_wp_error( $token ) ? $token : null;
	}

	/**
	 * @param array<string, mixed>|null $body
	 * @param array<string, string>     $headers
	 * @return array<string, mixed>|\WP_Error
	 */
	private function send( string $method, string $path, ?array $body = null, array $headers = array() ) {
		$request = array(
			'method'              => $method,
			'timeout'             => self::TIMEOUT_SECONDS,
			// A key must never follow where an answer points.
			'redirection'         => 0,
			'limit_response_size' => 2 * MB_IN_BYTES,
			'headers'             => $headers + array(
				'Authorization' => 'Bearer ' . $this->settings->key(),
				'Accept'        => 'application/json',
				'Content-Type'  => 'application/json',
			),
		);
		if ( null !== $body ) {
			$request['body'] = (string) wp_json_encode( $body );
		}
		$url    = $this->settings->server() . $path;
		$answer = wp_remote_request( $url, $request );
		if ( is_wp_error( $answer ) ) {
			return new \WP_Error(
				'unreachable',
				/* translators: %s: what PHP says of the connection. */
				sprintf( __( 'The server can’t be reached (%s). Check that the address is right, that the server is running, and that this site may reach it.', 'enrollkit' ), rtrim( $answer->get_error_message(), '. ' ) )
			);
		}
		$status = (int) wp_remote_retrieve_response_code( $answer );
		$record = json_decode( wp_remote_retrieve_body( $answer ), true );
		if ( $status >= 200 && $status < 300 && is_array( $record ) ) {
			return $record;
		}
		return $this->refusal( $status, is_array( $record ) ? $record : null, $this->address_behind( $answer, $url, $path ) );
	}

	/**
	 * What to tell an administrator of an answer that is of no use: what is the matter, and what to do.
	 *
	 * @param array<string, mixed>|null $record What was answered; null: nothing that a server of Enrollkit says.
	 * @param string                    $other  The address that this one leads on to.
	 */
	private function refusal( int $status, ?array $record, string $other ): \WP_Error {
		$about = array( 'status' => $status );
		if ( '' !== $other ) {
			/* translators: %s: address. */
			return new \WP_Error( 'moved', sprintf( __( 'The address of the server leads on to another one: %s. If that is your Enrollkit server, fill in that address.', 'enrollkit' ), $other ), $about );
		}
		$detail = $record['detail'] ?? $record['title'] ?? '';
		$detail = is_string( $detail ) ? $detail : '';
		if ( 429 === $status || $status >= 500 ) {
			/* translators: 1: HTTP status, 2: what the server says. */
			return new \WP_Error( 'failed', rtrim( sprintf( __( 'The server can’t answer now (HTTP %1$d). Try again later; if it stays like this, ask whoever runs the server. %2$s', 'enrollkit' ), $status, $detail ) ), $about );
		}
		if ( null === $record || $status < 400 ) {
			/* translators: %d: HTTP status. */
			return new \WP_Error( 'other', sprintf( __( 'What answers at this address (HTTP %d) is not an Enrollkit server. Check the address.', 'enrollkit' ), $status ), $about );
		}
		if ( 401 === $status || 403 === $status ) {
			return new \WP_Error( 'refused', __( 'The server refuses the key. Create a new one there, with the role “provider”, and fill it in here.', 'enrollkit' ), $about );
		}
		/* translators: 1: HTTP status, 2: what the server says. */
		return new \WP_Error( 'failed', rtrim( sprintf( __( 'The server did not accept this (HTTP %1$d). %2$s', 'enrollkit' ), $status, $detail ) ), $about );
	}

	/**
	 * The address of the server to which an answer points, such as the one with https or with www.
	 *
	 * @param array<string, mixed> $answer
	 * @return string Empty when it points nowhere, or to a page that isn't asked for, such as one where people sign in.
	 */
	private function address_behind( $answer, string $url, string $path ): string {
		$location = wp_remote_retrieve_header( $answer, 'location' );
		if ( ! is_string( $location ) || '' === $location ) {
			return '';
		}
		$location = \WP_Http::make_absolute_url( $location, $url );
		return substr( $location, -strlen( $path ) ) === $path ? substr( $location, 0, -strlen( $path ) ) : '';
	}
}
