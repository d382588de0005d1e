<?php
// For PHP's own web server: the kit's files below /enrollkit, files as they are, and everything else is WordPress.
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
foreach (['/enrollkit/' => getenv('ENROLLKIT_FILES')] as $prefix => $folder) {
    $file = $folder . '/' . basename($path);
    if (str_starts_with($path, $prefix) && preg_match('/\.js(on)?$/', $file) && is_file($file)) {
        header('Content-Type: ' . (str_ends_with($file, '.js') ? 'text/javascript' : 'application/json'));
        readfile($file);
        return true;
    }
}
if (is_file($_SERVER['DOCUMENT_ROOT'] . $path)) {
    return false;
}
$_SERVER['SCRIPT_NAME'] = '/index.php';
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
return true;
