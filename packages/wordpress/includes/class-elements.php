<?php
/**
 * @package Enrollkit
 */

namespace Enrollkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * A shortcode and a block for each element of the kit, from one table that the kit's own manifest makes (elements.json).
 */
final class Elements {

	/** The tag of the list of somebody's own bookings, which is this plugin's and not the kit's. */
	private const MY_BOOKINGS = 'my-bookings';

	/** @var Settings */
	private $settings;
	/** @var array<string, array<string, mixed>>|null */
	private $table;

	public function __construct( Settings $settings ) {
		$this->settings = $settings;
	}

	public function register(): void {
		add_action( 'init', array( $this, 'register_all' ) );
		add_filter( 'wp_kses_allowed_html', array( $this, 'allow_tags' ), 10, 2 );
		add_filter( 'the_content', array( $this, 'bring_script' ) );
		add_filter( 'block_categories_all', array( $this, 'add_category' ) );
	}

	public function register_all(): void {
		load_plugin_textdomain( 'enrollkit', false, dirname( plugin_basename( FILE ) ) . '/languages' );
		$this->register_scripts();
		foreach ( array_keys( $this->table() ) as $tag ) {
			$this->register_block( $tag );
			// WordPress knows shortcodes by words: a hyphen would end one for some of its own patterns.
			add_shortcode(
				'enrollkit_' . str_replace( '-', '_', $tag ),
				function ( $given ) use ( $tag ) {
					return $this->render( $tag, is_array( $given ) ? $given : array() );
				}
			);
		}
	}

	/**
	 * Authors may not write HTML of their own; without this they would lose the tags when they save.
	 *
	 * @param array<string, array<string, bool>> $allowed
	 * @param string                             $context
	 * @return array<string, array<string, bool>>
	 */
	public function allow_tags( $allowed, $context ) {
		if ( 'post' !== $context ) {
			return $allowed;
		}
		$allowed['enrollkit-backend'] = array_fill_keys( array( 'type', 'base-url', 'token-url', 'provider-id' ), true );
		foreach ( $this->table() as $tag => $element ) {
			if ( self::MY_BOOKINGS !== $tag ) {
				$allowed[ $tag ] = array_fill_keys( array_keys( $element['attributes'] ), true ) + array( 'class' => true );
			}
		}
		return $allowed;
	}

	/**
	 * Tags that somebody has written by hand need the script too.
	 *
	 * @param string $content
	 * @return string
	 */
	public function bring_script( $content ) {
		$scripts = false !== strpos( $content, '<enrollkit-backend' ) ? array( 'enrollkit' ) : array();
		foreach ( $this->table() as $tag => $element ) {
			if ( isset( $element['script'] ) && false !== strpos( $content, "<$tag" ) ) {
				$scripts[] = $element['script'];
			}
		}
		foreach ( $scripts as $script ) {
			wp_enqueue_script( $script );
			wp_enqueue_style( 'enrollkit' );
		}
		return $content;
	}

	/**
	 * @param array<int, array<string, mixed>> $categories
	 * @return array<int, array<string, mixed>>
	 */
	public function add_category( $categories ) {
		$categories[] = array(
			'slug'  => 'enrollkit',
			'title' => 'Enrollkit',
		);
		return $categories;
	}

	/**
	 * An element in its backend, as HTML. Only attributes that the element has are written.
	 *
	 * @param array<string, mixed> $given Attributes by name, also as shortcodes and blocks write them (`product_id`, `productId`).
	 */
	public function render( string $tag, array $given, string $wrapper = '' ): string {
		wp_enqueue_script( $this->table()[ $tag ]['script'] ?? 'enrollkit' );
		wp_enqueue_style( 'enrollkit' );
		if ( self::MY_BOOKINGS === $tag ) {
			wp_enqueue_script( 'enrollkit-my-bookings' );
			$inside = sprintf(
				'<ul class="enrollkit-my-bookings" data-bookings="%s" data-empty="%s" data-failed="%s" data-sign-in="%s" data-sign-in-url="%s"></ul>',
				esc_url( rest_url( Rest::NAMESPACE . '/bookings' ) ),
				esc_attr__( 'You have no bookings yet.', 'enrollkit' ),
				esc_attr__( 'Your bookings can’t be shown now. Reload the page in a few minutes.', 'enrollkit' ),
				esc_attr__( 'Sign in to see your bookings.', 'enrollkit' ),
				esc_url( wp_login_url() )
			);
		} else {
			$inside = "<$tag" . $this->attributes_of( $tag, $given ) . "></$tag>";
		}
		$backend = sprintf(
			'<enrollkit-backend type="rest" base-url="%s" token-url="%s"%s>%s</enrollkit-backend>',
			esc_url( $this->settings->server() ),
			esc_url( rest_url( Rest::NAMESPACE . '/token' ) ),
			'' === $this->settings->provider_id() ? '' : sprintf( ' provider-id="%s"', esc_attr( $this->settings->provider_id() ) ),
			$inside
		);
		if ( '' === $this->settings->server() ) {
			// Whoever can mend it is told; visitors see nothing of it.
			return current_user_can( 'manage_options' )
				? '<p dir="auto">' . esc_html__( 'Enrollkit has no server yet. Fill in its address under Settings › Enrollkit.', 'enrollkit' ) . '</p>'
				: '';
		}
		return '' === $wrapper ? $backend : "<div $wrapper>$backend</div>";
	}

	/** @param array<string, mixed> $given */
	private function attributes_of( string $tag, array $given ): string {
		$by_name = array();
		foreach ( $given as $name => $value ) {
			// `[… editable]` has no value: shortcodes hand it over as one without a name.
			list( $name, $value ) = is_int( $name ) ? array( (string) $value, true ) : array( (string) $name, $value );
			$by_name[ strtolower( preg_replace( array( '/([a-z])([A-Z])/', '/_/' ), array( '$1-$2', '-' ), $name ) ) ] = $value;
		}
		$html = '';
		foreach ( $this->table()[ $tag ]['attributes'] as $name => $attribute ) {
			$value = $by_name[ $name ] ?? null;
			if ( 'sign-in-url' === $name && ( null === $value || '' === $value ) ) {
				$value = wp_login_url( (string) get_permalink() );
			}
			if ( null === $value || '' === $value && 'boolean' !== $attribute['type'] || ! is_scalar( $value ) ) {
				continue;
			}
			if ( 'boolean' !== $attribute['type'] ) {
				$html .= sprintf( ' %s="%s"', $name, esc_attr( (string) $value ) );
			} elseif ( ! in_array( strtolower( (string) ( false === $value ? 'false' : $value ) ), array( 'false', '0', 'no' ), true ) ) {
				$html .= " $name";
			}
		}
		return $html;
	}

	private function register_scripts(): void {
		$url = plugins_url( 'assets/', FILE );
		wp_register_script( 'enrollkit', $url . 'enrollkit-rest.iife.js', array(), VERSION, true );
		wp_register_script( 'enrollkit-groups', $url . 'enrollkit-groups.iife.js', array( 'enrollkit' ), VERSION, true );
		wp_register_script( 'enrollkit-feed', $url . 'enrollkit-feed.iife.js', array( 'enrollkit' ), VERSION, true );
		wp_register_script( 'enrollkit-my-bookings', $url . 'my-bookings.js', array( 'enrollkit' ), VERSION, true );
		wp_register_style( 'enrollkit', $url . 'reserve.css', array(), VERSION );
		wp_register_script(
			'enrollkit-editor',
			$url . 'editor.js',
			array( 'wp-blocks', 'wp-block-editor', 'wp-components', 'wp-element', 'wp-i18n' ),
			VERSION,
			true
		);
		wp_set_script_translations( 'enrollkit-editor', 'enrollkit', dirname( FILE ) . '/languages' );
		if ( ! is_admin() ) {
			return;
		}
		wp_add_inline_script(
			'enrollkit-editor',
			'window.enrollkitBlocks = ' . wp_json_encode(
				array(
					'elements' => $this->table_with_words(),
					'backend'  => array(
						'type'        => 'rest',
						'base-url'    => $this->settings->server(),
						'token-url'   => rest_url( Rest::NAMESPACE . '/token' ),
						'provider-id' => $this->settings->provider_id(),
					),
					'settings' => current_user_can( 'manage_options' ) ? admin_url( 'options-general.php?page=enrollkit' ) : '',
				)
			) . ';',
			'before'
		);
	}

	private function register_block( string $tag ): void {
		register_block_type(
			dirname( FILE ) . "/blocks/$tag",
			array(
				'render_callback' => function ( $given ) use ( $tag ) {
					return $this->render( $tag, is_array( $given ) ? $given : array(), get_block_wrapper_attributes() );
				},
			)
		);
	}

	/** @return array<string, array<string, mixed>> For the editor. */
	private function table_with_words(): array {
		$words = Words::of_attributes();
		$table = $this->table();
		foreach ( $table as $tag => $element ) {
			// As WordPress itself translates the title in block.json.
			// phpcs:ignore WordPress.WP.I18n -- the words are in block.json.
			$table[ $tag ]['title'] = translate_with_gettext_context( $element['title'], 'block title', 'enrollkit' );
			foreach ( $element['attributes'] as $name => $attribute ) {
				$table[ $tag ]['attributes'][ $name ] += $words[ $name ] ?? array( 'label' => $name );
			}
			// An empty table must be an object in the page's script too.
			$table[ $tag ]['attributes'] = (object) $table[ $tag ]['attributes'];
		}
		return $table;
	}

	/** @return array<string, array<string, mixed>> What is known of each element, by its tag. */
	private function table(): array {
		if ( null === $this->table ) {
			// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- a file of this plugin.
			$this->table = (array) json_decode( (string) file_get_contents( dirname( FILE ) . '/elements.json' ), true );
		}
		return $this->table;
	}
}
