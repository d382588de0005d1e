<?php
/**
 * @package Enrollkit
 */

namespace Enrollkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * What the settings of a block are called, by the attribute that they set.
 */
final class Words {

	/** @return array<string, array{label: string, help?: string}> */
	public static function of_attributes(): array {
		return array(
			'accept'            => array(
				'label' => __( 'File types', 'enrollkit' ),
				'help'  => __( 'Such as: .pdf, .jpg. Empty: PDF.', 'enrollkit' ),
			),
			'audience'          => array(
				'label' => __( 'Who buys', 'enrollkit' ),
				'help'  => __( 'vat-exempt shows the price for buyers who are exempt from VAT.', 'enrollkit' ),
			),
			'certification-id'  => array( 'label' => __( 'Id of the certification', 'enrollkit' ) ),
			'compact'           => array(
				'label' => __( 'Compact', 'enrollkit' ),
				'help'  => __( 'Only the status itself, for lists.', 'enrollkit' ),
			),
			'editable'          => array(
				'label' => __( 'May be changed here', 'enrollkit' ),
				'help'  => __( 'By those whom the server allows to.', 'enrollkit' ),
			),
			'email'             => array( 'label' => __( 'Email address of the participant', 'enrollkit' ) ),
			'employer-id'       => array( 'label' => __( 'Id of the employer', 'enrollkit' ) ),
			'encoding'          => array(
				'label' => __( 'Character encoding', 'enrollkit' ),
				'help'  => __( 'Such as: windows-1252. Empty: as stated in the feed.', 'enrollkit' ),
			),
			'enrollment-id'     => array( 'label' => __( 'Id of the booking', 'enrollkit' ) ),
			'expiring-within'   => array(
				'label' => __( 'Expires within (days)', 'enrollkit' ),
				'help'  => __( 'Certificates that expire within this many days are highlighted.', 'enrollkit' ),
			),
			'fields'            => array(
				'label' => __( 'Columns', 'enrollkit' ),
				'help'  => __( 'Their names, separated by spaces.', 'enrollkit' ),
			),
			'json-ld'           => array(
				'label' => __( 'Tell search engines', 'enrollkit' ),
				'help'  => __( 'Adds the course, its starts and its price to the page as schema.org data.', 'enrollkit' ),
			),
			'limit'             => array( 'label' => __( 'How many to show at first', 'enrollkit' ) ),
			'max-size'          => array(
				'label' => __( 'Largest file', 'enrollkit' ),
				'help'  => __( 'Such as: 10MB.', 'enrollkit' ),
			),
			'only'              => array(
				'label' => __( 'Only these parts', 'enrollkit' ),
				'help'  => __( 'Their names, separated by spaces. Empty: everything.', 'enrollkit' ),
			),
			'page-size'         => array( 'label' => __( 'Rows per page', 'enrollkit' ) ),
			'participants'      => array(
				'label' => __( 'Participants', 'enrollkit' ),
				'help'  => __( 'many lets somebody book for several people at once.', 'enrollkit' ),
			),
			'product-id'        => array( 'label' => __( 'Id of the course', 'enrollkit' ) ),
			'provider'          => array( 'label' => __( 'Name of the provider', 'enrollkit' ) ),
			'reviewable'        => array( 'label' => __( 'May be approved here', 'enrollkit' ) ),
			'selectable'        => array( 'label' => __( 'Visitors can choose', 'enrollkit' ) ),
			'setup-url'         => array( 'label' => __( 'Page where a certification is linked', 'enrollkit' ) ),
			'show-history'      => array( 'label' => __( 'Always show the history', 'enrollkit' ) ),
			'show-past'         => array( 'label' => __( 'Also show past starts', 'enrollkit' ) ),
			'sign-in-url'       => array(
				'label' => __( 'Page where somebody signs in', 'enrollkit' ),
				'help'  => __( 'Empty: the one of this site.', 'enrollkit' ),
			),
			'site'              => array(
				'label' => __( 'Site', 'enrollkit' ),
				'help'  => __( 'For the discount of this site.', 'enrollkit' ),
			),
			'starting-date-id'  => array( 'label' => __( 'Id of the start', 'enrollkit' ) ),
			'status'            => array( 'label' => __( 'Status', 'enrollkit' ) ),
			'strict'            => array(
				'label' => __( 'Strict', 'enrollkit' ),
				'help'  => __( 'Checks exactly by the schema, and not as importers read.', 'enrollkit' ),
			),
		);
	}
}
