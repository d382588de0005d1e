<?php
// Prints which names of classes a Moodle 4.1 doesn't get from the plugins.
const MOODLE_INTERNAL = true, PACKAGE = __DIR__ . '/../../../../packages/moodle';
$CFG = (object) ['libdir' => __DIR__];
class moodle_text_filter {}
require PACKAGE . '/local/enrollkit/external_aliases.php';
require PACKAGE . '/filter/enrollkit/base_aliases.php';
require PACKAGE . '/local/enrollkit/classes/external/booking_structure.php';
foreach (['api', 'function_parameters', 'multiple_structure', 'single_structure', 'value'] as $name) {
    if (!is_a("core_external\\external_$name", "external_$name", true)) echo "external_$name ";
}
if (!is_a('core_filters\text_filter', 'moodle_text_filter', true)) echo 'text_filter';
