<?php
// Pages of a Moodle, for `php -S`: the plugins out of their zips, on the few functions of moodle.php, beside Moodle's way with
// scripts: RequireJS that enforces define(), and every file through the minifier that Moodle carries. Who is signed in is in
// the cookie; cookies of a real Moodle can't be made up.
error_reporting(E_ALL);
require __DIR__ . '/moodle.php';
require '/usr/share/php/MatthiasMullie/Minify/autoload.php';

$CFG->wwwroot = "http://$_SERVER[HTTP_HOST]";
$CFG->lang = in_array($_GET['lang'] ?? '', ['en', 'de', 'fr'], true) ? $_GET['lang'] : 'nl';
$DB = new moodle_database(getenv('MOODLE_DATABASE'));
$path = rawurldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
sign_in((int) ($_COOKIE['MoodleSession'] ?? 0));

function script(string $source): void {
    error_reporting(E_ALL & ~E_DEPRECATED); // The library is older than PHP.
    header('Content-Type: text/javascript; charset=utf-8');
    header('Cache-Control: max-age=3600');
    echo (new MatthiasMullie\Minify\JS($source))->minify();
}

/** One of the functions that a page calls, as lib/ajax/service.php does. */
function ajax(array $request): array {
    require_once PACKAGE . '/local/enrollkit/external_aliases.php';
    $functions = [];
    require PACKAGE . '/local/enrollkit/db/services.php';
    try {
        $function = $functions[$request['methodname']] ?? throw new moodle_exception('servicenotavailable');
        if (!$function['ajax']) throw new moodle_exception('servicenotavailable');
        if ($function['loginrequired'] && !isloggedin()) throw new moodle_exception('servicerequireslogin');
        if (($_GET['sesskey'] ?? '') !== sesskey()) throw new moodle_exception('invalidsesskey');
        $class = $function['classname'];
        $given = $class::validate_parameters($class::execute_parameters(), $request['args']);
        return ['error' => false, 'data' => $class::clean_returnvalue($class::execute_returns(), $class::execute(...array_values($given)))];
    } catch (moodle_exception $e) {
        return ['error' => true, 'exception' => ['message' => $e->getMessage(), 'errorcode' => $e->errorcode]];
    }
}

/** A course's page: the block, and the text of the course by the filter; with `late` only once somebody asks for it. */
function course_page(int $id): void {
    global $CFG, $DB;
    $course = $DB->get_record('course', ['id' => $id], '*', MUST_EXIST);
    $page = new moodle_page(context_course::instance($id), $course);
    $block = isset($_GET['block']) ? block($page) : '';
    $text = isset($_GET['late']) ? "<button id='more'>Meer</button><div id='late' data-late='/fragment?id=$id'></div>" : $course->summary;
    $text = filtered($page, $text);
    $told = json_encode([
        'cfg' => ['wwwroot' => $CFG->wwwroot, 'sesskey' => sesskey()],
        'calls' => $page->requires->calls,
    ], JSON_HEX_TAG | JSON_UNESCAPED_SLASHES);
    // Stricter than any Moodle: what the plugin does must not be what needs more.
    header("Content-Security-Policy: default-src 'self'; img-src data:; connect-src 'self' " . get_config('local_enrollkit', 'server'));
    header('Content-Type: text/html; charset=utf-8');
    $script = isset($_GET['esm']) ? '<script type="module" src="/page-of-modules.js"></script>' : '<script src="/page.js"></script>';
    echo <<<HTML
    <!doctype html>
    <html lang="{$CFG->lang}">
      <meta charset="utf-8" />
      <title>{$course->fullname}</title>
      <link rel="icon" href="data:," />
      <link rel="stylesheet" href="/styles.css" />
      <h1>{$course->fullname}</h1>
      <aside>$block</aside>
      <main>$text</main>
      <script type="application/json" id="moodle">$told</script>
      <script src="/require.js"></script>
      $script
    </html>
    HTML;
}

function filtered(moodle_page $page, string $text): string {
    $filter = new \filter_enrollkit\text_filter($page->context);
    $filter->setup($page, $page->context);
    return $filter->filter($text, ['originalformat' => 1]);
}

function block(moodle_page $page): string {
    require_once PACKAGE . '/blocks/enrollkit/block_enrollkit.php';
    $block = new block_enrollkit();
    $block->page = $page;
    $block->init();
    return "<h2>$block->title</h2>" . $block->get_content()->text;
}

if (preg_match('~^/lib/requirejs\.php/1/core/ajax\.js$~', $path)) {
    script(file_get_contents(__DIR__ . '/amd/ajax.js'));
} else if (preg_match('~^/lib/requirejs\.php/1/local_enrollkit/(\w+)\.js$~', $path, $found)) {
    script(file_get_contents(PACKAGE . "/local/enrollkit/amd/build/$found[1].min.js"));
} else if (preg_match('~^/local/enrollkit/(kit/[\w.-]+\.js)$~', $path, $found)) {
    script(file_get_contents(PACKAGE . "/local/enrollkit/$found[1]"));
} else if ($path === '/local/enrollkit/kit/files.json') {
    header('Content-Type: application/json');
    readfile(PACKAGE . $path);
} else if ($path === '/require.js') {
    header('Content-Type: text/javascript');
    readfile(__DIR__ . '/../../../node_modules/requirejs/require.js');
} else if ($path === '/page.js') {
    script(file_get_contents(__DIR__ . '/amd/page.js'));
} else if ($path === '/page-of-modules.js') {
    // As an import map of Moodle 5.2 finds it: @moodle/lms/local_enrollkit/kit.
    script("import './page.js?only=settings'; import { init } from './local/enrollkit/js/esm/build/kit.js'; init(JSON.parse(document.querySelector('#moodle').textContent).calls[0][2][0]);");
} else if ($path === '/local/enrollkit/js/esm/build/kit.js') {
    script(file_get_contents(PACKAGE . '/local/enrollkit/js/esm/build/kit.js'));
} else if ($path === '/styles.css') {
    header('Content-Type: text/css');
    echo (new MatthiasMullie\Minify\CSS(file_get_contents(PACKAGE . '/local/enrollkit/styles.css')))->minify();
} else if ($path === '/lib/ajax/service.php') {
    header('Content-Type: application/json');
    echo json_encode(array_map('ajax', json_decode(file_get_contents('php://input'), true)));
} else if (preg_match('~^/pluginfile\.php/(\d+)/local_enrollkit/(\w+)/(\d+)/(.+)$~', $path, $found)) {
    require_once PACKAGE . '/local/enrollkit/lib.php';
    $context = context_course::instance((int) $found[1] - 1000);
    if (!local_enrollkit_pluginfile(get_course($context->instanceid), null, $context, $found[2], [$found[3], $found[4]], true)) http_response_code(404);
} else if ($path === '/course/view.php') {
    course_page((int) $_GET['id']);
} else if ($path === '/fragment') {
    $course = get_course((int) $_GET['id']);
    echo filtered(new moodle_page(context_course::instance($course->id)), $course->summary);
} else {
    http_response_code(404);
}
