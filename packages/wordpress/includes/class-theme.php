<?php
/**
 * @package Enrollkit
 */

namespace Enrollkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Has the elements look as the theme's own buttons do: their colour, roundness and letters, from theme.json.
 */
final class Theme {

	/** Slugs under which themes have the colour of what is to be pressed, the likeliest first. */
	private const ACCENTS = array( 'primary', 'accent', 'accent-1', 'vivid-cyan-blue' );

	public function register(): void {
		add_action( 'wp_enqueue_scripts', array( $this, 'add_tokens' ), 20 );
		add_action( 'enqueue_block_assets', array( $this, 'add_tokens' ), 20 );
	}

	public function add_tokens(): void {
		$css = $this->css();
		if ( '' !== $css && wp_style_is( 'enrollkit', 'registered' ) && ! wp_styles()->get_data( 'enrollkit', 'after' ) ) {
			wp_add_inline_style( 'enrollkit', $css );
		}
	}

	private function css(): string {
		// Whole: asked for a path that isn't there, WordPress answers everything that there is.
		$styles = wp_get_global_styles();
		// What a theme says of the block goes before what it, or else WordPress, says of all buttons.
		$button = array_replace_recursive( $styles['elements']['button'] ?? array(), $styles['blocks']['core/button'] ?? array() );
		$tokens = array(
			'--ek-accent' => $this->value( $button['color']['background'] ?? '' ) ?? $this->palette_accent(),
			'--ek-radius' => $this->value( is_string( $button['border']['radius'] ?? null ) ? $button['border']['radius'] : '' ),
		);
		/**
		 * The tokens of the kit (`--ek-accent`, `--ek-radius`, `--ek-density` …) for this site.
		 *
		 * @param array<string, string|null> $tokens
		 */
		$tokens = (array) apply_filters( 'enrollkit_tokens', $tokens );
		$rules  = '';
		foreach ( $tokens as $name => $value ) {
			if ( is_string( $value ) && preg_match( '/^--ek-[a-z-]+$/', (string) $name ) && $this->value( $value ) === $value ) {
				$rules .= "$name:$value;";
			}
		}
		// Weightless, so that what a site says on its body goes before it. Not on the root: themes of before 6.6 have their colours on the body.
		return '' === $rules ? '' : ":where(body){{$rules}}";
	}

	/** A value of CSS that can't end its rule; `var:preset|color|primary` as CSS has it. */
	private function value( string $value ): ?string {
		if ( 0 === strpos( $value, 'var:' ) ) {
			$value = 'var(--wp--' . str_replace( '|', '--', substr( $value, 4 ) ) . ')';
		}
		return preg_match( '/^[#a-z0-9][\w\s.,%()#\/-]*$/i', $value ) ? $value : null;
	}

	private function palette_accent(): ?string {
		$palettes = wp_get_global_settings( array( 'color', 'palette' ) );
		$palettes = is_array( $palettes ) ? $palettes : array();
		// What the theme has of its own, and not WordPress's default colours.
		$slugs = array_column( (array) ( $palettes['theme'] ?? array() ), 'slug' );
		foreach ( self::ACCENTS as $slug ) {
			if ( in_array( $slug, $slugs, true ) ) {
				return "var(--wp--preset--color--$slug)";
			}
		}
		return null;
	}
}
