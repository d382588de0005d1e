<?php
// The few functions and classes of Moodle that the plugins use, thin, on a SQLite database: for PHPUnit, and for the pages of
// test/e2e/moodle.test.ts. What roles may do is read from the plugins' own db/access.php, what is said from their own words.

const SQL_PARAMS_QM = 1, SQL_PARAMS_NAMED = 2, IGNORE_MISSING = 0, MUST_EXIST = 2;
const CONTEXT_SYSTEM = 10, CONTEXT_COURSE = 50, CONTEXT_BLOCK = 80, CAP_ALLOW = 1, RISK_PERSONAL = 8, RISK_DATALOSS = 32, MATURITY_BETA = 100;
const PARAM_INT = 'int', PARAM_RAW = 'raw', PARAM_RAW_TRIMMED = 'raw_trimmed', PARAM_TEXT = 'text', PARAM_BOOL = 'bool', PARAM_URL = 'url';
const PARAM_NOTAGS = 'notags', PARAM_FILE = 'file', PARAM_ALPHANUM = 'alphanum', VALUE_REQUIRED = 1, VALUE_OPTIONAL = 2, VALUE_DEFAULT = 0, NULL_ALLOWED = true;
const SEPARATEGROUPS = 1, MOODLE_INTERNAL = true, DAYSECS = 86400, MINSECS = 60;
// As Moodle's databases give it, and so Moodle has it.
const SITEID = '100000';
// Where the plugins lie: as they are written, or as a site has them that installed them.
define('PACKAGE', getenv('MOODLE_PLUGINS') ?: __DIR__ . '/../../../packages/moodle');

require_once __DIR__ . '/database.php';
require_once __DIR__ . '/classes.php';
require_once __DIR__ . '/external.php';

$GLOBALS['CFG'] = (object) [
    'wwwroot' => 'https://moodle.example', 'libdir' => __DIR__ . '/lib', 'dirroot' => __DIR__, 'lang' => 'en',
    'siteadmins' => '2', 'forced_plugin_settings' => [],
];
$GLOBALS['USER'] = (object) ['id' => 0];
$GLOBALS['SITE'] = (object) ['id' => 1];

spl_autoload_register(function (string $class): void {
    if (!preg_match('/^(local|block|filter)_enrollkit\\\\(.+)$/', $class, $found)) return;
    $folder = ['local' => 'local', 'block' => 'blocks', 'filter' => 'filter'][$found[1]];
    $file = PACKAGE . "/$folder/enrollkit/classes/" . str_replace('\\', '/', $found[2]) . '.php';
    if (is_file($file)) require_once $file;
});

/** A site with nothing in it but the guest (1) and an administrator (2). */
function new_site(string $file = ':memory:'): void {
    global $DB;
    $DB = new moodle_database($file);
    $DB->install_core();
    $DB->install(PACKAGE . '/local/enrollkit/db/install.xml');
    add_user('Guest', 'User');
    add_user('Admin', 'User');
    foreach (['version' => 1, 'way' => 'server', 'server' => 'https://server.example', 'tellserver' => 1] as $name => $value) set_config($name, $value, 'local_enrollkit');
    set_config('key', \core\encryption::encrypt('the key'), 'local_enrollkit');
}

function add_user(string $first, string $last): int {
    global $DB;
    return $DB->insert_record('user', ['firstname' => $first, 'lastname' => $last, 'email' => strtolower("$first@example.nl")]);
}

function add_course(string $name, string $idnumber = '', array $more = []): int {
    global $DB;
    $id = $DB->insert_record('course', ['fullname' => $name, 'shortname' => $name, 'idnumber' => $idnumber] + $more);
    $DB->pdo->exec("INSERT INTO context (id, contextlevel, instanceid) VALUES (1000 + $id, 50, $id)");
    $DB->insert_record('enrol', ['courseid' => $id, 'enrol' => 'manual']);
    $DB->insert_record('enrol', ['courseid' => $id, 'enrol' => 'self']);
    return $id;
}

function enrol(int $userid, int $courseid, string $role = 'student', string $how = 'manual', int $at = 1780000000): void {
    global $DB;
    $enrolid = $DB->get_field('enrol', 'id', ['courseid' => $courseid, 'enrol' => $how]);
    $DB->insert_record('user_enrolments', ['enrolid' => $enrolid, 'userid' => $userid, 'timecreated' => $at]);
    $DB->insert_record('role_assignments', ['userid' => $userid, 'courseid' => $courseid, 'role' => $role]);
}

function unenrol(int $userid, int $courseid): void {
    global $DB;
    foreach ($DB->get_records('enrol', ['courseid' => $courseid]) as $enrol) $DB->delete_records('user_enrolments', ['enrolid' => $enrol->id, 'userid' => $userid]);
    $DB->delete_records('role_assignments', ['userid' => $userid, 'courseid' => $courseid]);
}

function sign_in(int $userid): void {
    global $USER, $DB;
    $USER = $userid ? $DB->get_record('user', ['id' => $userid]) : (object) ['id' => 0];
    \local_enrollkit\local\access::forget();
}

function get_config(string $plugin, ?string $name = null) {
    global $CFG, $DB;
    return $CFG->forced_plugin_settings[$plugin][$name] ?? $DB->get_field('config_plugins', 'value', ['plugin' => $plugin, 'name' => $name]);
}

function set_config(string $name, $value, string $plugin): void {
    global $DB;
    $DB->delete_records('config_plugins', ['plugin' => $plugin, 'name' => $name]);
    if ($value !== null) $DB->insert_record('config_plugins', ['plugin' => $plugin, 'name' => $name, 'value' => $value]);
}

function get_string(string $name, string $component = '', $a = null, ?string $lang = null): string {
    global $CFG;
    static $words = [];
    [$type, $plugin] = explode('_', $component, 2) + [1 => ''];
    $lang ??= $CFG->lang;
    $folder = ['local' => 'local', 'block' => 'blocks', 'filter' => 'filter'][$type] ?? null;
    if ($folder === null) return "[[$name]]";
    $words["$component $lang"] ??= (function () use ($folder, $plugin, $component, $lang) {
        $string = [];
        require PACKAGE . "/$folder/$plugin/lang/$lang/$component.php";
        return $string;
    })();
    $text = $words["$component $lang"][$name] ?? throw new coding_exception("No string $name in $component");
    return preg_replace_callback('/\{\$a(?:->(\w+))?\}/', fn ($found) => (string) (isset($found[1]) ? ((array) $a)[$found[1]] ?? '' : $a), $text);
}

function get_string_manager(): object {
    return new class {
        public function get_string($name, $component, $a = null, $lang = null) { return get_string($name, $component, $a, $lang); }
    };
}

function fullname(stdClass $user): string { return "$user->firstname $user->lastname"; }
function isloggedin(): bool { global $USER; return $USER->id > 0; }
function isguestuser($user = null): bool { global $USER; return (int) (($user ?? $USER)->id ?? $user) === 1; }
function get_site_identifier(): string { return 'a site of tests'; }
function s($text): string { return htmlspecialchars((string) $text, ENT_QUOTES | ENT_SUBSTITUTE); }
function format_string($text, $striplinks = true, array $options = []): string { return ($options['escape'] ?? true) ? s(strip_tags($text)) : strip_tags($text); }
function display_size(int $bytes): string { return round($bytes / 1048576, 1) . ' MB'; }
function enrol_get_users_courses(int $userid, bool $onlyactive, string $fields): array {
    global $DB;
    return array_filter($DB->get_records('course', [], 'id'), fn ($course) => is_enrolled(context_course::instance($course->id), $userid));
}
function sesskey(): string { global $USER; return substr(hash('sha256', "session of $USER->id"), 0, 10); }
function mtrace(string $line): void { $GLOBALS['traces'][] = $line; }
function is_siteadmin($user): bool { global $CFG; return in_array((string) $user, explode(',', $CFG->siteadmins), true); }
function require_login(): void { if (!isloggedin()) throw new require_login_exception(); }
function get_max_upload_file_size(): int { return 8 * 1024 * 1024; }
function clean_filename(string $name): string { return clean_param($name, PARAM_FILE); }

function clean_param($value, string $type) {
    return match ($type) {
        PARAM_INT => (int) $value,
        PARAM_BOOL => (bool) $value,
        PARAM_TEXT, PARAM_NOTAGS => strip_tags((string) $value),
        PARAM_RAW_TRIMMED => trim((string) $value),
        PARAM_FILE => trim(preg_replace('~[\x00-\x1F/\\\\:*?"<>|]~', '', (string) $value), ' .'),
        PARAM_ALPHANUM => preg_replace('/[^A-Za-z0-9]/', '', (string) $value),
        PARAM_URL => filter_var($value, FILTER_VALIDATE_URL) ?: '',
        PARAM_RAW => $value,
    };
}

function has_capability(string $capability, context $context, $user = null, bool $doanything = true): bool {
    global $DB, $USER;
    static $all = null;
    $all ??= (function () {
        $capabilities = [];
        require PACKAGE . '/local/enrollkit/db/access.php';
        return $capabilities + ['moodle/site:config' => ['archetypes' => []], 'moodle/site:viewuseridentity' => ['archetypes' => ['editingteacher' => CAP_ALLOW, 'manager' => CAP_ALLOW]], 'moodle/site:accessallgroups' => ['archetypes' => ['editingteacher' => CAP_ALLOW]]];
    })();
    $userid = (int) (is_object($user ?? $USER) ? ($user ?? $USER)->id : $user);
    $archetypes = ($all[$capability] ?? throw new coding_exception("No capability $capability"))['archetypes'];
    if ($doanything && is_siteadmin($userid)) return true;
    $where = 'userid = ? AND courseid IN (0' . ($context->contextlevel === CONTEXT_COURSE ? ', ?' : '') . ')';
    $roles = $DB->get_records_select('role_assignments', $where, $context->contextlevel === CONTEXT_COURSE ? [$userid, $context->instanceid] : [$userid]);
    return (bool) array_filter($roles, fn ($row) => ($archetypes[$row->role] ?? 0) === CAP_ALLOW);
}

function require_capability(string $capability, context $context): void {
    if (!has_capability($capability, $context)) throw new required_capability_exception($capability);
}

function is_enrolled(context $context, $user): bool {
    global $DB;
    $sql = 'SELECT ue.id FROM {user_enrolments} ue JOIN {enrol} e ON e.id = ue.enrolid JOIN {user} u ON u.id = ue.userid AND u.deleted = 0 WHERE e.courseid = ? AND ue.userid = ?';
    return (bool) $DB->get_records_sql($sql, [$context->instanceid, is_object($user) ? $user->id : $user]);
}

function get_enrolled_users(context $context, string $capability, int $groupid, string $fields): array {
    global $DB;
    $users = $DB->get_records('user', ['deleted' => 0]);
    return array_filter($users, fn ($user) => is_enrolled($context, $user) && has_capability($capability, $context, $user, false));
}

function groups_user_groups_visible(stdClass $course, int $userid): bool {
    global $DB, $USER;
    if ((int) $course->groupmode !== SEPARATEGROUPS || has_capability('moodle/site:accessallgroups', context_course::instance($course->id))) return true;
    $groups = fn ($id) => array_column($DB->get_records('groups_members', ['userid' => $id]), 'groupid');
    return (bool) array_intersect($groups($USER->id), $groups($userid));
}

function get_course(int $id): stdClass { global $DB; return $DB->get_record('course', ['id' => $id], '*', MUST_EXIST); }
function get_file_storage(): file_storage { return new file_storage(); }

function send_stored_file(stored_file $file, $lifetime = 0, $filter = 0, $forcedownload = false): void {
    if (!headers_sent()) header('Content-Type: application/pdf');
    if (!headers_sent()) header('Content-Disposition: ' . ($forcedownload ? 'attachment' : 'inline') . '; filename="' . $file->get_filename() . '"');
    echo $file->get_content();
    $GLOBALS['sent'][] = [$file->get_filename(), $forcedownload];
}
