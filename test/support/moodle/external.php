<?php
// Moodle's external functions, as far as the plugins use them: parameters and answers are checked against what is declared,
// and what is not declared is refused on the way in and dropped on the way out. See moodle.php.

namespace core_external;

abstract class external_description {
    public function __construct(public string $desc, public int $required, public mixed $default = null) {}
}
class external_value extends external_description {
    public function __construct(public string $type, string $desc = '', int $required = VALUE_REQUIRED, mixed $default = null, public bool $allownull = false) {
        parent::__construct($desc, $required, $default);
    }
}
class external_single_structure extends external_description {
    public function __construct(public array $keys, string $desc = '', int $required = VALUE_REQUIRED) { parent::__construct($desc, $required); }
}
class external_function_parameters extends external_single_structure {}
class external_multiple_structure extends external_description {
    public function __construct(public external_description $content, string $desc = '', int $required = VALUE_REQUIRED) { parent::__construct($desc, $required); }
}

class external_api {
    public static function validate_parameters(external_description $description, mixed $given): mixed {
        return self::check($description, $given, true);
    }

    public static function clean_returnvalue(external_description $description, mixed $answer): mixed {
        return self::check($description, $answer, false);
    }

    public static function validate_context(\context $context): void {
        require_login();
        if ($context instanceof \context_course && !is_enrolled($context, $GLOBALS['USER']) && !has_capability('local/enrollkit:mark', $context)) {
            throw new \require_login_exception();
        }
    }

    private static function check(external_description $description, mixed $value, bool $isinput): mixed {
        $wrong = $isinput ? \invalid_parameter_exception::class : \invalid_response_exception::class;
        if ($description instanceof external_value) {
            if ($value === null) return $description->allownull ? null : throw new $wrong("null: $description->desc");
            if (is_array($value) || is_object($value)) throw new $wrong("Not a scalar: $description->desc");
            if ($description->type === PARAM_BOOL) return (bool) $value;
            // As strict as Moodle: what would have to be cleaned is refused.
            $cleaned = clean_param($value, $description->type);
            return (string) $cleaned === (string) $value ? $cleaned : throw new $wrong("Not $description->type: $description->desc");
        }
        if (!is_array($value)) throw new $wrong("Not an array: $description->desc");
        if ($description instanceof external_multiple_structure) {
            return array_map(fn ($item) => self::check($description->content, $item, $isinput), array_values($value));
        }
        $checked = [];
        foreach ($description->keys as $name => $field) {
            if (array_key_exists($name, $value)) $checked[$name] = self::check($field, $value[$name], $isinput);
            else if ($field->required === VALUE_REQUIRED) throw new $wrong("Missing: $name");
            else if ($field->required === VALUE_DEFAULT) $checked[$name] = $field->default;
        }
        if ($isinput && ($unknown = array_diff_key($value, $description->keys))) throw new $wrong('Unexpected: ' . implode(', ', array_keys($unknown)));
        return $checked;
    }
}
