<?php
// One step of the tests in such a Moodle: reads what to do as PHP, on the database of MOODLE_DATABASE, and prints what that
// returns as JSON.
require __DIR__ . '/moodle.php';
$file = getenv('MOODLE_DATABASE');
if (filesize($file) > 0) $DB = new moodle_database($file);
else new_site($file);
$CFG->lang = 'nl';
echo json_encode(eval(stream_get_contents(STDIN)));
