<?php
/**
 * @package Enrollkit
 */

namespace Enrollkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * What the pages of this site ask of it: a token for whoever is signed in, and their bookings. Nothing of it is ever printed
 * into a page, which may be cached for others.
 */
final class Rest {

	public const NAMESPACE = 'enrollkit/v1';

	/** @var Settings */
	private $settings;
	/** @var Server */
	private $server;
	/** @var People */
	private $people;

	public function __construct( Settings $settings, Server $server, People $people ) {
		$this->settings = $settings;
		$this->server   = $server;
		$this->people   = $people;
	}

	public function register(): void {
		add_action( 'rest_api_init', array( $this, 'register_routes' ) );
		add_filter( 'rest_pre_serve_request', array( $this, 'keep_from_others' ), 20, 4 );
	}

	public function register_routes(): void {
		foreach ( array(
			'/token'    => 'token',
			'/bookings' => 'bookings',
		) as $route => $method ) {
			register_rest_route(
				self::NAMESPACE,
				$route,
				array(
					'methods'             => 'GET',
					'callback'            => array( $this, $method ),
					'permission_callback' => array( $this, 'is_own_page' ),
				)
			);
		}
	}

	/**
	 * WordPress lets pages of every site read its REST answers with the visitor's cookies, and relies on a nonce in the page.
	 * A nonce in a cached page is somebody else's: so only pages of this very site are answered, as the browser says.
	 *
	 * @return true|\WP_Error
	 */
	public function is_own_page() {
		$site   = isset( $_SERVER['HTTP_SEC_FETCH_SITE'] ) ? sanitize_text_field( wp_unslash( $_SERVER['HTTP_SEC_FETCH_SITE'] ) ) : '';
		$origin = get_http_origin();
		$own    = array_map( array( __CLASS__, 'origin_of' ), array( home_url(), site_url() ) );
		$asks   = '' === $origin || in_array( $origin, $own, true );
		// Without either of them no browser asks, and a program has nobody's cookies.
		if ( $asks && ( '' === $site || 'same-origin' === $site || ( 'none' !== $site && in_array( $origin, $own, true ) ) ) ) {
			return true;
		}
		return new \WP_Error( 'enrollkit_other_site', __( 'Only pages of this site may ask for this.', 'enrollkit' ), array( 'status' => 403 ) );
	}

	/** @return \WP_REST_Response|\WP_Error `{ "token": "…" }`, or `{ "token": null }` to a visitor. */
	public function token() {
		$token = $this->mint();
		return is_wp_error( $token ) ? $this->failed( $token ) : new \WP_REST_Response( array( 'token' => $token['token'] ?? null ) );
	}

	/** @return \WP_REST_Response|\WP_Error The bookings of whoever is signed in, and whether somebody is. */
	public function bookings() {
		$token = $this->mint( true );
		if ( is_wp_error( $token ) ) {
			return $this->failed( $token );
		}
		if ( null === $token ) {
			return $this->own_bookings( array() );
		}
		$list = $this->server->bookings( (string) $token['token'] );
		if ( is_wp_error( $list ) ) {
			return $this->failed( $list );
		}
		return $this->own_bookings( array_column( (array) ( $list['items'] ?? array() ), 'product_id', 'id' ) );
	}

	/** @param array<string, string> $products The id of the course of each, by the id of the booking. */
	private function own_bookings( array $products ): \WP_REST_Response {
		$courses = array_column( $this->server->products_with( array_values( array_unique( $products ) ) ), null, 'id' );
		$items   = array();
		foreach ( $products as $id => $product ) {
			$course  = (array) ( $courses[ $product ] ?? array() );
			$items[] = array(
				'id'       => (string) $id,
				// Empty where the server keeps no courses: a status says something without a name too.
				'course'   => (string) ( $course['name'] ?? '' ),
				'language' => (string) ( $course['language'] ?? '' ),
			);
		}
		return new \WP_REST_Response(
			array(
				'items'      => $items,
				// A visitor, or somebody whose session is over, has no list that is empty: they have none yet.
				'isSignedIn' => $this->account() > 0,
			)
		);
	}

	/** Without a nonce WordPress takes everybody for a visitor here; the cookie itself says who it is. */
	private function account(): int {
		return (int) wp_validate_auth_cookie( '', 'logged_in' );
	}

	/**
	 * Nobody keeps these answers, and other sites can't read them.
	 *
	 * @param bool              $served
	 * @param \WP_HTTP_Response $result
	 * @param \WP_REST_Request  $request
	 */
	public function keep_from_others( $served, $result, $request ): bool {
		if ( 0 === strpos( $request->get_route(), '/' . self::NAMESPACE . '/' ) ) {
			header_remove( 'Access-Control-Allow-Origin' );
			header_remove( 'Access-Control-Allow-Credentials' );
			header( 'Cache-Control: no-store, private' );
			header( 'Vary: Cookie, Origin, Sec-Fetch-Site' );
		}
		return (bool) $served;
	}

	/**
	 * @param bool $as_participant Whoever acts for the provider has bookings of their own too.
	 * @return array<string, mixed>|null|\WP_Error
	 */
	private function mint( bool $as_participant = false ) {
		$id     = $this->account();
		$person = $id > 0 ? $this->people->person( new \WP_User( $id ) ) : null;
		if ( null === $person || ! $this->settings->has_key() ) {
			return null;
		}
		if ( $as_participant && 'provider' === $person['role'] ) {
			$person['role']        = 'participant';
			$person['external_id'] = $person['subject'];
		}
		return $this->server->create_token( $person );
	}

	/** The page is told that it failed; why is for the administrator. */
	private function failed( \WP_Error $error ): \WP_Error {
		// phpcs:ignore WordPress.PHP.DevelopmentFunctions.error_log_error_log -- the one place where an administrator looks.
		error_log( 'Enrollkit: ' . $error->get_error_message() );
		return new \WP_Error( 'enrollkit_unavailable', __( 'The Enrollkit server gave no answer. Try again later.', 'enrollkit' ), array( 'status' => 502 ) );
	}

	public static function origin_of( string $address ): string {
		$parts = wp_parse_url( $address );
		$port  = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
		return ( $parts['scheme'] ?? '' ) . '://' . ( $parts['host'] ?? '' ) . $port;
	}
}
