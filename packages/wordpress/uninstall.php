<?php
/**
 * Leaves nothing behind: no option, no scheduled booking, nothing on products and orders.
 *
 * @package Enrollkit
 */

if ( ! defined( 'WP_UNINSTALL_PLUGIN' ) ) {
	exit;
}

/** What one site of the network has of the plugin. */
function enrollkit_leave_site() {
	global $wpdb;
	delete_option( 'enrollkit' );
	wp_unschedule_hook( 'enrollkit_book_order' );
	foreach ( array( $wpdb->postmeta, $wpdb->prefix . 'woocommerce_order_itemmeta', $wpdb->prefix . 'wc_orders_meta' ) as $table ) {
		// A shop may never have been there.
		if ( $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $table ) ) ) !== $table ) {
			continue;
		}
		$name = esc_sql( $table );
		// phpcs:ignore WordPress.DB.PreparedSQL.InterpolatedNotPrepared -- a table's name; WordPress 6.1 has no placeholder for one.
		$wpdb->query( $wpdb->prepare( "DELETE FROM `$name` WHERE meta_key LIKE %s", $wpdb->esc_like( '_enrollkit_' ) . '%' ) );
	}
}

if ( ! is_multisite() ) {
	enrollkit_leave_site();
	return;
}
foreach ( get_sites(
	array(
		'fields' => 'ids',
		'number' => 0,
	)
) as $enrollkit_site ) {
	switch_to_blog( $enrollkit_site );
	enrollkit_leave_site();
	restore_current_blog();
}
