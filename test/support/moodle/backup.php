<?php
// Moodle's backup and restore of a course, as far as a plugin has to do with them: what it says of its rows is read from the
// database into an array, and given back to it. See moodle.php.

class backup { const VAR_COURSEID = -1; }

class backup_nested_element {
    public array $children = [];
    public ?array $source = null;
    public array $users = [];
    public array $files = [];
    public function __construct(public ?string $name, public array $attributes = [], public array $fields = []) {}
    public function add_child($child) { $this->children[] = $child; }
    public function set_source_table($table, array $which, $sort = null) { $this->source = [$table, $which, $sort]; }
    public function annotate_ids($item, $field) { $this->users[] = $field; }
    public function annotate_files($component, $area, $field) { $this->files[] = [$component, $area, $field]; }

    /** Rows by their path, and whose they are. */
    public function read(int $courseid, string $path = ''): array {
        global $DB;
        $found = [];
        if ($this->source) {
            [$table, $which, $sort] = $this->source;
            foreach ($DB->get_records($table, array_map(fn ($value) => $value === backup::VAR_COURSEID ? $courseid : $value, $which), $sort) as $row) {
                $kept = array_intersect_key((array) $row, array_flip([...$this->attributes, ...$this->fields]));
                $files = $this->files ? array_values($DB->get_records('files', ['contextid' => 1000 + $courseid, 'component' => $this->files[0][0], 'filearea' => $this->files[0][1], 'itemid' => $row->{$this->files[0][2]}])) : [];
                $found[] = [$path, $kept, array_map(fn ($field) => $row->$field, $this->users), $files];
            }
        }
        foreach ($this->children as $child) array_push($found, ...$child->read($courseid, "$path/$child->name"));
        return $found;
    }
}
class backup_plugin_element extends backup_nested_element {}

abstract class backup_local_plugin {
    public function __construct(private bool $hasusers) {}
    protected function get_plugin_element($path = null, $condition = null, $value = null) { return new backup_plugin_element(null); }
    protected function get_recommended_name() { return 'plugin_local_enrollkit_course'; }
    protected function get_setting_value($name) { return $name === 'users' && $this->hasusers; }
    public function backup(int $courseid): array { return $this->define_course_plugin_structure()->read($courseid); }
}

class restore_path_element {
    public function __construct(public string $name, public string $path) {}
}

abstract class restore_local_plugin {
    protected object $task;
    private array $items = [];
    private array $parts = [];
    /** @param array $people Who is who, by id in the backup. */
    public function __construct(private int $courseid, private array $people) {
        $this->task = new class ($courseid) {
            public function __construct(private int $courseid) {}
            public function get_courseid() { return $this->courseid; }
        };
    }
    protected function get_pathfor($path) { return "/plugin_local_enrollkit_course$path"; }
    protected function get_mappingid($item, $id) { return $item === 'user' ? $this->people[$id] ?? false : false; }
    protected function set_mapping($item, $old, $new, $files = false) { if ($files) $this->items[$item][$old] = $new; }
    protected function add_related_files($component, $area, $item) {
        global $DB;
        foreach ($this->parts as [, , , $files]) {
            foreach ($files as $file) {
                $itemid = $this->items[$item][$file->itemid] ?? null;
                if ($itemid) $DB->insert_record('files', ['itemid' => $itemid, 'contextid' => 1000 + $this->courseid] + array_diff_key((array) $file, ['id' => 0]));
            }
        }
    }
    public function restore(array $parts): void {
        $this->parts = $parts;
        foreach ($this->define_course_plugin_structure() as $element) {
            foreach ($parts as [$path, $row]) if ($path === $element->path) $this->{"process_$element->name"}($row);
        }
        $this->after_execute_course();
    }
}
