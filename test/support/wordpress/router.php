<?php
// For PHP's own web server: files of the plugin and of WordPress as they are, and everything else is WordPress.
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$types = ['js' => 'text/javascript', 'css' => 'text/css', 'json' => 'application/json'];
$file = getenv('WORDPRESS_PLUGINS') . substr($path, strlen('/plugins'));
$type = $types[pathinfo($path, PATHINFO_EXTENSION)] ?? null;
if (str_starts_with($path, '/plugins/') && $type && !str_contains($path, '..') && is_file($file)) {
    header("Content-Type: $type");
    readfile($file);
    return true;
}
if (is_file($_SERVER['DOCUMENT_ROOT'] . $path)) {
    return false;
}
$folder = rtrim($path, '/') . '/index.php';
$script = is_file($_SERVER['DOCUMENT_ROOT'] . $folder) ? $folder : '/index.php';
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = $script;
chdir(dirname($_SERVER['DOCUMENT_ROOT'] . $script));
require $_SERVER['DOCUMENT_ROOT'] . $script;
return true;
