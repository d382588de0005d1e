<?php
// Classes of Moodle that the plugins use or extend, as far as they do. See moodle.php.

namespace core {
    class encryption {
        public static function encrypt(string $text): string { return $text === '' ? '' : 'sodium:' . base64_encode($text); }
        public static function decrypt(string $text): string {
            if ($text === '') return '';
            return strpos($text, 'sodium:') === 0 ? base64_decode(substr($text, 7)) : throw new \moodle_exception('encryption_wrongmethod');
        }
    }
}

namespace core\lock {
    class lock_config {
        public static function get_lock_factory(string $type): object {
            return new class {
                public function get_lock($resource, $timeout) {
                    $GLOBALS['locks'][] = $resource;
                    return !empty($GLOBALS['islocked']) ? false : new class { public function release() { $GLOBALS['locks'][] = 'released'; } };
                }
            };
        }
    }
}

namespace core\task {
    abstract class task_base {
        abstract public function execute();
    }
    abstract class scheduled_task extends task_base {
        abstract public function get_name();
    }
    abstract class adhoc_task extends task_base {
        private string $data = '';
        private string $component = '';
        public function set_component($component) { $this->component = $component; }
        public function set_custom_data($data) { $this->data = json_encode($data); }
        public function set_custom_data_as_string($data) { $this->data = $data; }
        public function get_custom_data() { return json_decode($this->data); }
        public function get_custom_data_as_string() { return $this->data; }
        public function get_component() { return $this->component; }
    }
    class manager {
        public static function queue_adhoc_task(adhoc_task $task, bool $checkforexisting = false) {
            global $DB;
            $row = ['component' => $task->get_component(), 'classname' => '\\' . get_class($task), 'customdata' => $task->get_custom_data_as_string()];
            if ($checkforexisting && $DB->record_exists('task_adhoc', $row)) return false;
            return $DB->insert_record('task_adhoc', $row);
        }
    }
}

namespace core\event {
    /** An event as an observer gets it. */
    class base {
        public function __construct(public $courseid, public $relateduserid, public array $other = []) {}
    }
    class user_enrolment_created extends base {}
    class user_enrolment_deleted extends base {}
    class course_completed extends base {}
    class course_deleted extends base {}
}

namespace core\antivirus {
    class manager {
        public static function scan_data(string $data): void {
            if (strpos($data, 'EICAR') !== false) throw new \moodle_exception('virusfound', 'antivirus');
        }
    }
}

namespace core_user {
    class fields {
        public static function get_name_fields() { return ['firstname', 'lastname']; }
    }
}

namespace core_privacy\local\metadata {
    interface null_provider { public static function get_reason(): string; }
    interface provider {}
    class collection {
        public array $items = [];
        public function add_database_table($name, array $fields, $summary) { $this->items[$name] = $fields + ['summary' => $summary]; }
        public function add_subsystem_link($name, array $fields = [], $summary = '') { $this->items[$name] = $fields + ['summary' => $summary]; }
        public function add_external_location_link($name, array $fields, $summary) { $this->items[$name] = $fields + ['summary' => $summary]; }
    }
}

namespace core_privacy\local\request\plugin {
    interface provider {}
}

namespace core_privacy\local\request {
    interface core_userlist_provider {}
    class contextlist {
        public array $ids = [];
        public function add_from_sql($sql, array $params) { global $DB; $this->ids = array_unique([...$this->ids, ...array_keys($DB->get_records_sql("SELECT DISTINCT * FROM ($sql)", $params))]); }
    }
    class approved_contextlist {
        public function __construct(private \stdClass $user, private array $contexts) {}
        public function get_user() { return $this->user; }
        public function get_contexts() { return $this->contexts; }
    }
    class userlist {
        public array $ids = [];
        public function __construct(private \context $context) {}
        public function get_context() { return $this->context; }
        public function add_from_sql($field, $sql, array $params) { global $DB; $this->ids = array_unique([...$this->ids, ...array_keys($DB->get_records_sql("SELECT DISTINCT $field FROM ($sql)", $params))]); }
    }
    class approved_userlist {
        public function __construct(private \context $context, private array $userids) {}
        public function get_context() { return $this->context; }
        public function get_userids() { return $this->userids; }
    }
    class transform {
        public static function datetime($time) { return gmdate('Y-m-d H:i', $time); }
    }
    class writer {
        public static array $data = [];
        public static array $files = [];
        public static function with_context(\context $context) { return new self(); }
        public function export_data(array $path, $data) { self::$data[] = $data; }
        public function export_area_files(array $path, $component, $area, $itemid) { self::$files[] = "$component $area $itemid"; }
    }
}

namespace {
    class moodle_text_filter {
        public function __construct(protected context $context) {}
    }
    class block_base {
        public $title;
        public $content = null;
        public ?moodle_page $page = null;
    }

    class moodle_exception extends Exception {
        public function __construct(public $errorcode, public $module = '', public $link = '', public $a = null) {
            parent::__construct($module === '' || $module === 'antivirus' ? $errorcode : get_string($errorcode, $module, $a));
        }
    }
    class coding_exception extends moodle_exception { public function __construct($hint) { parent::__construct('codingerror'); $this->message = $hint; } }
    class invalid_parameter_exception extends moodle_exception { public function __construct($info) { parent::__construct('invalidparameter'); $this->message = $info; } }
    class invalid_response_exception extends invalid_parameter_exception {}
    class required_capability_exception extends moodle_exception { public function __construct() { parent::__construct('nopermissions'); } }
    class require_login_exception extends moodle_exception { public function __construct() { parent::__construct('requireloginerror'); } }
    class dml_missing_record_exception extends moodle_exception { public function __construct() { parent::__construct('invalidrecord'); } }

    class core_text {
        public static function substr($text, $from, $length = null) { return mb_substr($text, $from, $length); }
        public static function strlen($text) { return mb_strlen($text); }
    }
    class core_date {
        public static function get_server_timezone_object() { return new DateTimeZone('Europe/Amsterdam'); }
    }

    abstract class context {
        public function __construct(public int $id, public int $contextlevel, public string $instanceid) {}
        public function get_url() { return new moodle_url($this instanceof context_course ? '/course/view.php' : '/', $this instanceof context_course ? ['id' => $this->instanceid] : []); }
        public function get_course_context($strict = true) { return $this instanceof context_course ? $this : false; }
    }
    class context_system extends context {
        public static function instance() { return new self(1, CONTEXT_SYSTEM, 0); }
    }
    class context_course extends context {
        public static function instance($courseid, $strictness = MUST_EXIST) {
            global $DB;
            if ($DB->record_exists('course', ['id' => $courseid])) return new self(1000 + $courseid, CONTEXT_COURSE, $courseid);
            return $strictness === MUST_EXIST ? throw new dml_missing_record_exception('context') : false;
        }
    }

    class moodle_url {
        public function __construct(private string $path, private array $params = []) {}
        public static function make_pluginfile_url($contextid, $component, $area, $itemid, $path, $name, $forcedownload = false) {
            return new self("/pluginfile.php/$contextid/$component/$area/$itemid$path" . rawurlencode($name), $forcedownload ? ['forcedownload' => 1] : []);
        }
        public function out($escaped = true) {
            global $CFG;
            return $CFG->wwwroot . $this->path . ($this->params ? '?' . http_build_query($this->params) : '');
        }
    }

    class html_writer {
        public static function tag($name, $contents, ?array $attributes = null) {
            $html = '';
            foreach ($attributes ?? [] as $attribute => $value) if ($value !== null) $html .= " $attribute=\"" . s($value) . '"';
            return "<$name$html>$contents</$name>";
        }
        public static function link($url, $text, ?array $attributes = null) { return self::tag('a', $text, ['href' => $url->out(false)] + ($attributes ?? [])); }
        public static function div($contents, $class = '') { return self::tag('div', $contents, $class === '' ? [] : ['class' => $class]); }
    }

    class page_requirements_manager {
        public array $calls = [];
        public function js_call_amd($module, $function, array $params = []) { $this->calls[] = [$module, $function, $params]; }
    }
    class moodle_page {
        public page_requirements_manager $requires;
        public function __construct(public context $context, public ?stdClass $course = null) { $this->requires = new page_requirements_manager(); }
    }

    /** Answers what a test has put there, else asks the address itself. */
    class curl {
        public static array $asked = [];
        public static ?array $answers = null;
        public string $error = '';
        private array $headers = [];
        private int $status = 0;
        private string $redirect = '';
        public function setHeader(array $headers) { $this->headers = $headers; }
        public function get($url, $params = [], $options = []) { return $this->request('GET', $url, null, $options); }
        public function post($url, $body = '', $options = []) { return $this->request('POST', $url, $body, $options); }
        public function patch($url, $body = '', $options = []) { return $this->request('PATCH', $url, $body, $options); }
        public function get_info() { return ['http_code' => $this->status, 'redirect_url' => $this->redirect]; }

        private function request(string $method, string $url, ?string $body, array $options) {
            if ($options['CURLOPT_FOLLOWLOCATION'] !== false) throw new coding_exception('A key follows nobody');
            if (self::$answers === null) return $this->really($method, $url, $body);
            self::$asked[] = ['method' => $method, 'path' => substr($url, strlen('https://server.example')), 'body' => json_decode($body ?? 'null', true), 'headers' => $this->headers];
            $answer = array_shift(self::$answers) ?? throw new coding_exception("Nothing answers $method $url");
            [$this->status, $this->error, $this->redirect] = [$answer[0], $answer[0] === 0 ? $answer[1] : '', $answer[2] ?? ''];
            return json_encode($answer[1]);
        }

        private function really(string $method, string $url, ?string $body) {
            $curl = curl_init($url);
            curl_setopt_array($curl, [CURLOPT_RETURNTRANSFER => true, CURLOPT_CUSTOMREQUEST => $method, CURLOPT_HTTPHEADER => $this->headers]);
            if ($body !== null) curl_setopt($curl, CURLOPT_POSTFIELDS, $body);
            $answer = curl_exec($curl);
            [$this->status, $this->error] = [curl_getinfo($curl, CURLINFO_HTTP_CODE), curl_error($curl)];
            return $answer;
        }
    }

    class stored_file {
        public function __construct(private stdClass $row) {}
        public function get_filename() { return $this->row->filename; }
        public function get_content() { return base64_decode($this->row->content); }
        public function delete() { global $DB; $DB->delete_records('files', ['id' => $this->row->id]); }
    }
    class file_storage {
        public function create_file_from_string($record, string $content) {
            global $DB;
            $row = (array) $record + ['content' => base64_encode($content)];
            return new stored_file((object) ($row + ['id' => $DB->insert_record('files', $row)]));
        }
        public function get_file($contextid, $component, $area, $itemid, $path, $name) {
            global $DB;
            $row = $DB->get_record('files', ['contextid' => $contextid, 'component' => $component, 'filearea' => $area, 'itemid' => $itemid, 'filepath' => $path, 'filename' => $name]);
            return $row ? new stored_file($row) : false;
        }
        public function delete_area_files($contextid, $component, $area = false, $itemid = false) {
            global $DB;
            $DB->delete_records('files', ['contextid' => $contextid, 'component' => $component] + ($area === false ? [] : ['filearea' => $area]) + ($itemid === false ? [] : ['itemid' => $itemid]));
        }
    }
}
