<?php
// Moodle's $DB on SQLite, as far as the plugins use it. Their own tables are made from their install.xml.

class moodle_database {
    public readonly PDO $pdo;
    /** How often each table was asked. @var array<string, int> */
    public array $questions = [];

    public function __construct(string $file) {
        $this->pdo = new PDO("sqlite:$file", null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION, PDO::ATTR_TIMEOUT => 30,
            // Numbers come as text, as from MySQL and PostgreSQL.
            PDO::ATTR_STRINGIFY_FETCHES => true]);
    }

    /** The tables of an install.xml, with what must not be null and what must be there once. */
    public function install(string $xml): void {
        foreach (simplexml_load_file($xml)->TABLES->TABLE as $table) {
            $columns = [];
            foreach ($table->FIELDS->FIELD as $field) {
                $type = in_array((string) $field['TYPE'], ['int', 'float'], true) ? 'INTEGER' : 'TEXT';
                $columns[] = $field['NAME'] . " $type" . ((string) $field['SEQUENCE'] === 'true' ? ' PRIMARY KEY' : '') .
                    ((string) $field['NOTNULL'] === 'true' ? ' NOT NULL' : '') .
                    (isset($field['DEFAULT']) ? ' DEFAULT ' . $this->pdo->quote((string) $field['DEFAULT']) : '');
            }
            $this->pdo->exec("CREATE TABLE {$table['NAME']} (" . implode(', ', $columns) . ')');
            foreach ($table->INDEXES->INDEX ?? [] as $index) {
                $unique = (string) $index['UNIQUE'] === 'true' ? 'UNIQUE' : '';
                $name = $table['NAME'] . '_' . str_replace('-', '_', $index['NAME']);
                $this->pdo->exec("CREATE $unique INDEX $name ON {$table['NAME']} ({$index['FIELDS']})");
            }
        }
    }

    /** The tables of Moodle itself that are looked at. */
    public function install_core(): void {
        foreach ([
            'user' => 'firstname, lastname, email, deleted DEFAULT 0, suspended DEFAULT 0',
            'course' => "fullname, shortname, idnumber DEFAULT '', startdate DEFAULT 0, enddate DEFAULT 0, groupmode DEFAULT 0, summary",
            'enrol' => 'courseid, enrol, status DEFAULT 0',
            'user_enrolments' => 'enrolid, userid, status DEFAULT 0, timestart DEFAULT 0, timecreated DEFAULT 0',
            'course_completions' => 'course, userid, timestarted DEFAULT 0, timecompleted DEFAULT NULL',
            'groups_members' => 'groupid, userid',
            'role_assignments' => 'userid, courseid, role',
            'context' => 'contextlevel, instanceid',
            'config_plugins' => 'plugin, name, value',
            'task_adhoc' => 'component, classname, customdata, faildelay DEFAULT 0',
            'files' => 'contextid, component, filearea, itemid, filepath, filename, content',
        ] as $table => $columns) {
            // Numbers, unless they are said to be words.
            $typed = array_map(
                fn ($column) => preg_match('/name|summary|email|role|plugin|value|enrol$|content$|component|customdata|filearea|filepath|idnumber/', strtok($column, ' '))
                    ? preg_replace('/^\w+/', '$0 TEXT', $column) : preg_replace('/^\w+/', '$0 INTEGER', $column),
                explode(', ', $columns)
            );
            $this->pdo->exec("CREATE TABLE $table (id INTEGER PRIMARY KEY, " . implode(', ', $typed) . ')');
        }
    }

    public function get_in_or_equal(array $items, int $type = SQL_PARAMS_QM, string $prefix = 'param'): array {
        if (!$items) throw new coding_exception('get_in_or_equal() does not accept empty arrays');
        $items = array_values($items);
        if ($type === SQL_PARAMS_QM) return ['IN (' . implode(',', array_fill(0, count($items), '?')) . ')', $items];
        static $count = 0;
        $params = [];
        foreach ($items as $item) $params[$prefix . ++$count] = $item;
        return ['IN (:' . implode(',:', array_keys($params)) . ')', $params];
    }

    public function get_records_sql(string $sql, array $params = [], int $from = 0, int $limit = 0): array {
        $rows = [];
        foreach ($this->run($sql . ($limit ? " LIMIT $limit OFFSET $from" : ''), $params)->fetchAll(PDO::FETCH_ASSOC) as $row) {
            $key = reset($row);
            if (isset($rows[$key])) throw new coding_exception("Two rows begin with $key: get_records needs something unique first");
            $rows[$key] = (object) $row;
        }
        return $rows;
    }

    public function get_records_select(string $table, string $where = '', array $params = [], string $sort = '', string $fields = '*', int $from = 0, int $limit = 0): array {
        $sql = "SELECT $fields FROM {" . $table . '}' . ($where ? " WHERE $where" : '') . ($sort ? " ORDER BY $sort" : '');
        return $this->get_records_sql($sql, $params, $from, $limit);
    }

    public function get_records(string $table, array $which = [], string $sort = '', string $fields = '*', int $from = 0, int $limit = 0): array {
        [$where, $params] = $this->where($which);
        return $this->get_records_select($table, $where, $params, $sort, $fields, $from, $limit);
    }

    public function get_records_list(string $table, string $field, array $values, string $sort = '', string $fields = '*'): array {
        if (!$values) return [];
        [$in, $params] = $this->get_in_or_equal($values);
        return $this->get_records_select($table, "$field $in", $params, $sort, $fields);
    }

    public function get_records_menu(string $table, array $which, string $sort = '', string $fields = '*'): array {
        return array_map(fn ($row) => array_values((array) $row)[1], $this->get_records($table, $which, $sort, $fields));
    }

    public function get_recordset_sql(string $sql, array $params = []): moodle_recordset {
        return new moodle_recordset($this->run($sql, $params)->fetchAll(PDO::FETCH_OBJ));
    }

    public function get_record(string $table, array $which, string $fields = '*', int $strictness = IGNORE_MISSING) {
        $rows = $this->get_records($table, $which, '', $fields);
        if (count($rows) > 1) throw new coding_exception("More than one row in $table");
        if (!$rows && $strictness === MUST_EXIST) throw new dml_missing_record_exception($table);
        return $rows ? reset($rows) : false;
    }

    public function get_field(string $table, string $field, array $which, int $strictness = IGNORE_MISSING) {
        $row = $this->get_record($table, $which, "id, $field", $strictness);
        return $row ? $row->$field : false;
    }

    public function record_exists(string $table, array $which): bool {
        return (bool) $this->get_records($table, $which, '', 'id', 0, 1);
    }

    public function count_records(string $table, array $which = []): int {
        return count($this->get_records($table, $which, '', 'id'));
    }

    public function count_records_select(string $table, string $where, array $params = []): int {
        return count($this->get_records_select($table, $where, $params, '', 'id'));
    }

    public function insert_record(string $table, $record): int {
        $fields = array_diff_key((array) $record, ['id' => 0]);
        $names = implode(', ', array_keys($fields));
        $this->run("INSERT INTO {" . $table . "} ($names) VALUES (:" . implode(', :', array_keys($fields)) . ')', $fields);
        return (int) $this->pdo->lastInsertId();
    }

    public function update_record(string $table, $record): bool {
        $fields = (array) $record;
        $set = implode(', ', array_map(fn ($name) => "$name = :$name", array_keys(array_diff_key($fields, ['id' => 0]))));
        return (bool) $this->run("UPDATE {" . $table . "} SET $set WHERE id = :id", $fields);
    }

    public function set_field_select(string $table, string $field, $value, string $where, array $params): bool {
        return (bool) $this->run("UPDATE {" . $table . "} SET $field = :newvalue WHERE $where", $params + ['newvalue' => $value]);
    }

    public function delete_records(string $table, array $which = []): bool {
        [$where, $params] = $this->where($which);
        return $this->delete_records_select($table, $where ?: '1 = 1', $params);
    }

    public function delete_records_select(string $table, string $where, array $params = []): bool {
        return (bool) $this->run("DELETE FROM {" . $table . "} WHERE $where", $params);
    }

    public function start_delegated_transaction(): object {
        $this->pdo->beginTransaction();
        return new class ($this->pdo) {
            public function __construct(private PDO $pdo) {}
            public function allow_commit() { $this->pdo->commit(); }
        };
    }

    private function run(string $sql, array $params): PDOStatement {
        // A value in the text of a statement is what Moodle's rules forbid.
        if (preg_match('/[\'"](?!\')/', str_replace("''", '', $sql))) throw new coding_exception("A value in: $sql");
        foreach (preg_match_all('/\{(\w+)\}/', $sql, $tables) ? $tables[1] : [] as $table) $this->questions[$table] = ($this->questions[$table] ?? 0) + 1;
        $statement = $this->pdo->prepare(preg_replace('/\{(\w+)\}/', '$1', $sql));
        $statement->execute(array_is_list($params) ? $params : array_combine(array_map(fn ($name) => ":$name", array_keys($params)), $params));
        return $statement;
    }

    private function where(array $which): array {
        $parts = array_map(fn ($name, $value) => $value === null ? "$name IS NULL" : "$name = :$name", array_keys($which), $which);
        return [implode(' AND ', $parts), array_filter($which, fn ($value) => $value !== null)];
    }
}

class moodle_recordset extends ArrayIterator {
    public function close(): void {}
}
