<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Dutch.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$string['causecompleted'] = 'cursus voltooid';
$string['enrollkit:manage'] = 'Op elke pagina namens de opleider handelen';
$string['enrollkit:mark'] = 'De deelnemers van een cursus zien en hun status wijzigen';
$string['enrollkit:participate'] = 'Bij de opleider geboekt worden bij aanmelding voor een cursus';
$string['erroranswer'] = 'De server antwoordde {$a->status}. {$a->detail}';
$string['errorbusy'] = 'Er wordt al aan dezelfde persoon gewerkt. Het wordt opnieuw geprobeerd.';
$string['errorconflict'] = 'Iemand anders heeft dit intussen gewijzigd. Bekijk het opnieuw.';
$string['errornotfound'] = 'Deze boeking bestaat niet, of is niet voor jou.';
$string['errornotsetup'] = 'Enrollkit heeft nog geen server, of geen sleutel ervoor: Sitebeheer › Plugins › Enrollkit.';
$string['errorrefused'] = 'De server weigert de sleutel. Maak daar een nieuwe met de rol “provider” en vul die hier in. {$a->detail}';
$string['errorserveraddress'] = 'Het adres van de server moet met https:// beginnen (http:// alleen op deze machine).';
$string['errorunreachable'] = 'De server is niet bereikbaar: {$a->detail}';
$string['key'] = 'API-sleutel';
$string['key_desc'] = 'Een sleutel met de rol “provider”. Die wordt versleuteld bewaard en komt nooit in een pagina.';
$string['noteunenrolled'] = 'Afgemeld in Moodle.';
$string['pluginname'] = 'Enrollkit';
$string['providerid'] = 'Opleider';
$string['providerid_desc'] = 'Alleen voor een server met meerdere opleiders: wiens cursussen bezoekers zien. De server moet ze openbaar maken (ENROLLKIT_PUBLIC_PRODUCTS).';
$string['server'] = 'Adres van de server';
$string['server_desc'] = 'Deze site moet in ENROLLKIT_ALLOWED_ORIGINS van de server staan. Een server in je eigen netwerk moet ook toegestaan zijn onder Beveiliging › HTTP-beveiliging.';
$string['sync'] = 'De Enrollkit-server vertellen wat die heeft gemist';
$string['tellserver'] = 'Aanmeldingen';
$string['tellserver_desc'] = 'Wie is aangemeld voor een cursus met een ID-nummer, wordt geboekt op het product met dat ID; afmelden annuleert, de cursus voltooien rondt de boeking af.';
$string['test'] = 'Enrollkit: verbinding testen';
$string['test_moodle'] = 'De gegevens staan in deze Moodle: er is geen verbinding om te testen.';
$string['test_problems'] = 'Van {$a->count} aanmeldingen weet de server nog niet alles. Elke nacht wordt het opnieuw geprobeerd. Het laatste probleem: {$a->last}';
$string['test_try'] = 'Verbinding testen';
$string['test_works'] = 'De verbinding werkt: de server antwoordt en accepteert de sleutel.';
$string['trustemail'] = 'E-mailadressen zijn bewezen';
$string['trustemail_desc'] = 'Dan zien mensen de boekingen die op hun adres zijn gemaakt. Laat dit uit waar iemand zich met het adres van een ander kan registreren.';
$string['way'] = 'Gegevens';
$string['way_desc'] = 'Op de Enrollkit-server zijn er ook prijzen, startdata, boekingen en facturen. In Moodle zijn er aanmeldingen, voltooiingen, statussen met de hand en certificaten.';
$string['way_moodle'] = 'In deze Moodle';
$string['way_server'] = 'Op de Enrollkit-server';
