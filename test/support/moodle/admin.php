<?php
// What pages of administrators use of Moodle: settings that are only listed, and an $OUTPUT that writes down what it is told.

class lang_string {
    public function __construct(private string $name, private string $component, private mixed $a = null) {}
    public function __toString(): string { return get_string($this->name, $this->component, $this->a); }
}
class admin_setting {
    public function __construct(public string $name, public string $visiblename, public string $description, public mixed $default = '', public mixed $type = null) {}
}
class admin_setting_configtext extends admin_setting {
    public function validate($data) { return clean_param($data, $this->type) === $data ? true : 'invalid'; }
}
class admin_setting_heading extends admin_setting {}
class admin_setting_configselect extends admin_setting {}
class admin_setting_configcheckbox extends admin_setting {}
class admin_setting_encryptedpassword extends admin_setting {}
class admin_settingpage {
    public array $settings = [];
    public function __construct(public string $name, public string $visiblename) {}
    public function add(admin_setting $setting) { $this->settings[$setting->name] = $setting; }
}
class admin_externalpage {
    public function __construct(public string $name, public string $visiblename, public moodle_url $url) {}
}
class admin_root {
    public bool $fulltree = true;
    public array $pages = [];
    public function add(string $parent, object $page) { $this->pages[$page->name] = [$parent, $page]; }
}

class recorded_output {
    public function header() { return '<main>'; }
    public function footer() { return '</main>'; }
    public function heading($text) { return "<h2>$text</h2>"; }
    public function notification($text, $type) { return "<p class=\"$type\">$text</p>"; }
    public function single_button(moodle_url $url, $label) { return '<button formaction="' . s($url->out(false)) . "\">$label</button>"; }
}

function admin_externalpage_setup(string $name): void {
    require_login();
    require_capability('moodle/site:config', context_system::instance());
}
function optional_param(string $name, $default, string $type) { return isset($GLOBALS['given'][$name]) ? clean_param($GLOBALS['given'][$name], $type) : $default; }
function confirm_sesskey(): bool { return ($GLOBALS['given']['sesskey'] ?? '') === sesskey(); }
