<?php
// Minify by Matthias Mullie as Debian has it: the library of Moodle and of most caching plugins of WordPress.
require '/usr/share/php/MatthiasMullie/Minify/autoload.php';
echo (new MatthiasMullie\Minify\JS(stream_get_contents(STDIN)))->minify();
