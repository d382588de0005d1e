<?php
// What Moodle 4.1 has in lib/externallib.php, by its names.
class external_api {}
class external_function_parameters {}
class external_multiple_structure {}
class external_single_structure {}
class external_value {}
