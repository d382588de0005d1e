<?php
/**
 * @package Enrollkit
 */

namespace Enrollkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * What an administrator has set. Constants in wp-config.php go before it: ENROLLKIT_SERVER and ENROLLKIT_KEY.
 */
final class Settings {

	public const OPTION = 'enrollkit';

	/** @return string Address of the server, without a slash at the end; empty when nobody has set it. */
	public function server(): string {
		$address = defined( 'ENROLLKIT_SERVER' ) ? (string) constant( 'ENROLLKIT_SERVER' ) : (string) $this->get( 'server' );
		return untrailingslashit( $address );
	}

	/** @return string The API key; empty when there is none, or it can't be opened any more. Never for a page. */
	public function key(): string {
		if ( $this->key_is_constant() ) {
			return (string) constant( 'ENROLLKIT_KEY' );
		}
		$sealed = (string) $this->get( 'key' );
		return '' === $sealed ? '' : (string) Secret::open( $sealed );
	}

	public function key_is_constant(): bool {
		return defined( 'ENROLLKIT_KEY' );
	}

	public function server_is_constant(): bool {
		return defined( 'ENROLLKIT_SERVER' );
	}

	public function has_key(): bool {
		return '' !== $this->key();
	}

	/** @return bool Whether a key is stored that can't be opened any more: it was sealed with other salts. */
	public function has_unreadable_key(): bool {
		return '' === $this->key() && '' !== (string) $this->get( 'key' );
	}

	/** @return bool Whether there is all that pages need. */
	public function is_complete(): bool {
		return '' !== $this->server() && $this->has_key();
	}

	/** @return string The provider whose products visitors see; empty on a server of one provider. */
	public function provider_id(): string {
		return (string) $this->get( 'provider_id' );
	}

	/** @return bool Whether an account's e-mail address is proven to be the person's own. */
	public function trusts_email(): bool {
		return (bool) $this->get( 'trust_email' );
	}

	/**
	 * @param mixed $given What the form sent.
	 * @return array<string, mixed> What is stored. A key that was left empty stays as it is.
	 */
	public function sanitize( $given ): array {
		$given  = is_array( $given ) ? $given : array();
		$before = $this->all();
		$server = isset( $given['server'] ) ? trim( (string) $given['server'] ) : '';
		if ( '' !== $server && ! $this->is_address( $server ) ) {
			add_settings_error( self::OPTION, 'server', __( 'The address of the server must begin with https:// (http:// only on this machine). The former address was kept.', 'enrollkit' ) );
			$server = (string) ( $before['server'] ?? '' );
		}
		$key    = isset( $given['key'] ) ? trim( (string) $given['key'] ) : '';
		$sealed = (string) ( $before['key'] ?? '' );
		if ( ! empty( $given['forget_key'] ) ) {
			$sealed = '';
		} elseif ( '' !== $key ) {
			// The first time WordPress asks twice, and the second time gives what came out of the first.
			$sealed = null === Secret::open( $key ) ? Secret::seal( $key ) : $key;
		}
		return array(
			'server'      => esc_url_raw( $server, array( 'http', 'https' ) ),
			'key'         => $sealed,
			'provider_id' => sanitize_text_field( (string) ( $given['provider_id'] ?? '' ) ),
			'trust_email' => ! empty( $given['trust_email'] ),
		);
	}

	private function is_address( string $address ): bool {
		$parts = wp_parse_url( $address );
		if ( ! is_array( $parts ) || empty( $parts['host'] ) || isset( $parts['user'] ) ) {
			return false;
		}
		$scheme = strtolower( (string) ( $parts['scheme'] ?? '' ) );
		// A key must not travel in the open.
		return 'https' === $scheme || ( 'http' === $scheme && in_array( $parts['host'], array( 'localhost', '127.0.0.1', '[::1]' ), true ) );
	}

	/** @return mixed */
	private function get( string $name ) {
		return $this->all()[ $name ] ?? '';
	}

	/** @return array<string, mixed> */
	private function all(): array {
		$stored = get_option( self::OPTION, array() );
		return is_array( $stored ) ? $stored : array();
	}
}
