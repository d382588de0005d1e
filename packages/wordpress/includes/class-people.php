<?php
/**
 * @package Enrollkit
 */

namespace Enrollkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Who somebody of this site is to the Enrollkit server.
 */
final class People {

	/** Who has it acts for the provider: marks participation, uploads certificates. */
	public const CAPABILITY = 'enrollkit_manage';

	/** @var Settings */
	private $settings;

	public function __construct( Settings $settings ) {
		$this->settings = $settings;
	}

	/**
	 * The person for whom a token is asked.
	 *
	 * Editors and administrators act for the provider, everybody else is a participant. Participants are known by the id of
	 * their account (`wp:7`, the external id of their bookings), and by their e-mail address only where an administrator has
	 * said that accounts prove it: whoever may register under any address would else see what belongs to another.
	 *
	 * @return array<string, string>|null As `POST /tokens` wants it; null: a visitor.
	 */
	public function person( \WP_User $user ): ?array {
		if ( ! $user->exists() ) {
			return null;
		}
		$id     = 'wp:' . $user->ID;
		$person = array(
			'subject' => $id,
			'name'    => mb_substr( $user->display_name, 0, 200 ),
			'role'    => $this->role( $user ),
		);
		if ( 'participant' === $person['role'] ) {
			$person['external_id'] = $id;
			if ( $this->settings->trusts_email() ) {
				$person['email'] = $user->user_email;
			}
		}
		/**
		 * Who somebody is to the server, for a site with other rules, such as employers.
		 *
		 * @param array<string, string>|null $person As `POST /tokens` wants it; null: nothing but what visitors see.
		 * @param \WP_User                   $user
		 */
		$filtered = apply_filters( 'enrollkit_person', $person, $user );
		return is_array( $filtered ) ? $filtered : null;
	}

	private function role( \WP_User $user ): string {
		$acts = user_can( $user, self::CAPABILITY ) || user_can( $user, 'edit_others_posts' );
		/**
		 * The role of somebody at the server: `provider`, `participant` or `employer-hr`.
		 *
		 * @param string   $role
		 * @param \WP_User $user
		 */
		return (string) apply_filters( 'enrollkit_role', $acts ? 'provider' : 'participant', $user );
	}
}
