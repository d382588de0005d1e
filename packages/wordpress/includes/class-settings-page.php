<?php
/**
 * @package Enrollkit
 */

namespace Enrollkit;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

/**
 * Settings › Enrollkit: where the server is, its key, and whether the two work together.
 */
final class Settings_Page {

	private const PAGE = 'enrollkit';

	/** @var Settings */
	private $settings;
	/** @var Server */
	private $server;

	public function __construct( Settings $settings, Server $server ) {
		$this->settings = $settings;
		$this->server   = $server;
	}

	public function register(): void {
		add_action( 'admin_init', array( $this, 'register_option' ) );
		add_action( 'admin_menu', array( $this, 'add_page' ) );
		add_action( 'admin_post_enrollkit_test', array( $this, 'test' ) );
		add_action( 'admin_notices', array( $this, 'say_what_is_missing' ) );
		add_action( 'admin_enqueue_scripts', array( $this, 'let_sentences_run_their_way' ) );
		add_filter( 'plugin_action_links_' . plugin_basename( FILE ), array( $this, 'add_link' ) );
	}

	public function register_option(): void {
		register_setting(
			self::PAGE,
			Settings::OPTION,
			array(
				'type'              => 'array',
				'sanitize_callback' => array( $this->settings, 'sanitize' ),
				'show_in_rest'      => false,
			)
		);
	}

	public function add_page(): void {
		add_options_page( 'Enrollkit', 'Enrollkit', 'manage_options', self::PAGE, array( $this, 'render' ) );
	}

	/**
	 * @param array<int|string, string> $links
	 * @return array<int|string, string>
	 */
	public function add_link( $links ) {
		array_unshift( $links, sprintf( '<a href="%s">%s</a>', esc_url( $this->address() ), esc_html__( 'Settings', 'enrollkit' ) ) );
		return $links;
	}

	/**
	 * An administration that reads from right to left may have these words from left to right, whose full stops else come first.
	 *
	 * @param string $screen
	 */
	public function let_sentences_run_their_way( $screen ): void {
		if ( 'settings_page_' . self::PAGE !== $screen ) {
			return;
		}
		wp_add_inline_style( 'common', '.settings_page_enrollkit :is(#wpbody p, #wpbody li) { unicode-bidi: plaintext; }' );
		// Below the field that they are about, whichever way they run.
		wp_add_inline_style( 'common', '.rtl.settings_page_enrollkit :is(#wpbody p, #wpbody li) { text-align: right; }' );
	}

	/** Where plugins are activated, for whoever can go on from there. */
	public function say_what_is_missing(): void {
		$screen = get_current_screen();
		if ( ! $screen || 'plugins' !== $screen->id || ! current_user_can( 'manage_options' ) || $this->settings->is_complete() ) {
			return;
		}
		?>
		<div class="notice notice-info">
			<p dir="auto">
				<?php esc_html_e( 'Enrollkit shows nothing yet: it needs the address of your server and a key.', 'enrollkit' ); ?>
				<a href="<?php echo esc_url( $this->address() ); ?>"><?php esc_html_e( 'Set up Enrollkit', 'enrollkit' ); ?></a>
			</p>
		</div>
		<?php
	}

	public function test(): void {
		if ( ! current_user_can( 'manage_options' ) ) {
			wp_die( esc_html__( 'Only an administrator may do this.', 'enrollkit' ), 403 );
		}
		check_admin_referer( 'enrollkit_test' );
		$problem = $this->server->problem();
		$message = $problem ? $problem->get_error_message() : __( 'The connection works: the server answers and accepts the key.', 'enrollkit' );
		// WordPress shows it as HTML, and some of it is the words of whatever answers at that address.
		add_settings_error( Settings::OPTION, 'test', esc_html( $message ), $problem ? 'error' : 'success' );
		set_transient( 'settings_errors', get_settings_errors(), 30 );
		wp_safe_redirect( add_query_arg( 'settings-updated', '1', $this->address() ) );
		exit;
	}

	public function render(): void {
		if ( ! current_user_can( 'manage_options' ) ) {
			return;
		}
		?>
		<div class="wrap">
			<h1>Enrollkit</h1>
			<?php if ( ! $this->settings->is_complete() ) : ?>
				<p><?php esc_html_e( 'Enrollkit shows what your Enrollkit server knows about your courses and their participants. Three steps, once:', 'enrollkit' ); ?></p>
				<ol>
					<li><?php esc_html_e( 'On the server, create a key with the role “provider”, and list this site in ENROLLKIT_ALLOWED_ORIGINS.', 'enrollkit' ); ?></li>
					<li><?php esc_html_e( 'Fill in the address of the server and the key below, save, and test the connection.', 'enrollkit' ); ?></li>
					<li><?php esc_html_e( 'Add a block of the category Enrollkit to a page.', 'enrollkit' ); ?></li>
				</ol>
			<?php endif; ?>
			<form action="options.php" method="post">
				<?php settings_fields( self::PAGE ); ?>
				<table class="form-table" role="presentation">
					<tr>
						<th scope="row"><label for="enrollkit-server"><?php esc_html_e( 'Address of the server', 'enrollkit' ); ?></label></th>
						<td>
							<input type="url" class="regular-text code" id="enrollkit-server" name="enrollkit[server]" placeholder="https://enrollkit.example.nl"
								value="<?php echo esc_attr( $this->settings->server() ); ?>" <?php disabled( $this->settings->server_is_constant() ); ?> aria-describedby="enrollkit-server-hint">
							<p class="description" id="enrollkit-server-hint">
								<?php if ( $this->settings->server_is_constant() ) : ?>
									<?php esc_html_e( 'Set by ENROLLKIT_SERVER in wp-config.php.', 'enrollkit' ); ?>
								<?php endif; ?>
								<?php esc_html_e( 'On the server, ENROLLKIT_ALLOWED_ORIGINS must list this site:', 'enrollkit' ); ?>
							</p>
							<p><code><?php echo esc_html( Rest::origin_of( home_url() ) ); ?></code></p>
						</td>
					</tr>
					<tr>
						<th scope="row"><label for="enrollkit-key"><?php esc_html_e( 'API key', 'enrollkit' ); ?></label></th>
						<td>
							<?php if ( $this->settings->key_is_constant() ) : ?>
								<p><?php esc_html_e( 'Set by ENROLLKIT_KEY in wp-config.php.', 'enrollkit' ); ?></p>
							<?php else : ?>
								<input type="password" class="regular-text code" id="enrollkit-key" name="enrollkit[key]" autocomplete="off" value="" aria-describedby="enrollkit-key-hint">
								<p class="description" id="enrollkit-key-hint">
									<?php echo esc_html( $this->settings->has_key() ? __( 'A key is stored. Leave this empty to keep it.', 'enrollkit' ) : __( 'A key with the role “provider”. It is stored encrypted and never appears in a page.', 'enrollkit' ) ); ?>
								</p>
								<?php if ( $this->settings->has_key() ) : ?>
									<p><label><input type="checkbox" name="enrollkit[forget_key]" value="1"> <?php esc_html_e( 'Forget the stored key', 'enrollkit' ); ?></label></p>
								<?php endif; ?>
							<?php endif; ?>
						</td>
					</tr>
					<tr>
						<th scope="row"><label for="enrollkit-provider"><?php esc_html_e( 'Provider', 'enrollkit' ); ?></label></th>
						<td>
							<input type="text" class="regular-text code" id="enrollkit-provider" name="enrollkit[provider_id]" value="<?php echo esc_attr( $this->settings->provider_id() ); ?>" aria-describedby="enrollkit-provider-hint">
							<p class="description" id="enrollkit-provider-hint"><?php esc_html_e( 'Only for a server with several providers: the one whose courses visitors see. The server must make them public (ENROLLKIT_PUBLIC_PRODUCTS).', 'enrollkit' ); ?></p>
						</td>
					</tr>
					<tr>
						<th scope="row"><?php esc_html_e( 'Email addresses', 'enrollkit' ); ?></th>
						<td>
							<label><input type="checkbox" name="enrollkit[trust_email]" value="1" <?php checked( $this->settings->trusts_email() ); ?>>
								<?php esc_html_e( 'Everybody with an account here has verified their email address', 'enrollkit' ); ?></label>
							<p class="description"><?php esc_html_e( 'People then see the bookings made for their address. Leave this off if somebody can register with another person’s address.', 'enrollkit' ); ?></p>
						</td>
					</tr>
				</table>
				<?php submit_button(); ?>
			</form>
			<form action="<?php echo esc_url( admin_url( 'admin-post.php' ) ); ?>" method="post">
				<input type="hidden" name="action" value="enrollkit_test">
				<?php wp_nonce_field( 'enrollkit_test' ); ?>
				<?php submit_button( __( 'Test the connection', 'enrollkit' ), 'secondary', 'submit', false, array( 'id' => 'enrollkit-test', 'aria-describedby' => 'enrollkit-test-hint' ) ); ?>
				<p class="description" id="enrollkit-test-hint"><?php esc_html_e( 'What is saved is tested: save your changes first.', 'enrollkit' ); ?></p>
			</form>
		</div>
		<?php
	}

	private function address(): string {
		return admin_url( 'options-general.php?page=' . self::PAGE );
	}
}
