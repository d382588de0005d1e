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
$string['causestarted'] = 'cursus geopend';
$string['enrollkit:manage'] = 'Op elke pagina namens de opleider handelen';
$string['enrollkit:mark'] = 'De deelnemers van een cursus zien en hun status wijzigen';
$string['enrollkit:participate'] = 'Bij de opleider worden geboekt bij aanmelding voor een cursus';
$string['erroranswer'] = 'De server heeft dit niet geaccepteerd (HTTP {$a->status}). {$a->detail}';
$string['errorbusy'] = 'Iemand anders wijzigt de gegevens van dezelfde persoon. Het wordt opnieuw geprobeerd.';
$string['errorconflict'] = 'Iemand anders heeft dit intussen gewijzigd. Bekijk het en probeer het opnieuw.';
$string['errorduplicate'] = 'Dit bestand is al geüpload.';
$string['errorlater'] = 'De server kan nu niet antwoorden (HTTP {$a->status}). Probeer het later opnieuw; blijft het zo, vraag het dan aan de beheerder van de server. {$a->detail}';
$string['errormediatype'] = 'Dit is geen PDF, PNG of JPEG. Sla het document op als PDF en kies het opnieuw.';
$string['errormoved'] = 'Het adres van de server leidt door naar een ander: {$a->detail}. Is dat je Enrollkit-server, vul dan dat adres in.';
$string['errornotfound'] = 'Deze boeking bestaat niet, of je mag die niet zien.';
$string['errornotserver'] = 'Op dit adres antwoordt iets anders dan een Enrollkit-server (HTTP {$a->status}). Controleer het adres.';
$string['errornotsetup'] = 'Enrollkit heeft nog geen server, of geen sleutel daarvoor. Vul ze in bij Sitebeheer › Plugins › Lokale plugins › Enrollkit.';
$string['errorrefused'] = 'De server weigert de sleutel. Maak daar een nieuwe met de rol “provider” en vul die hier in. {$a->detail}';
$string['errorserveraddress'] = 'Het adres van de server moet met https:// beginnen (http:// alleen op deze machine).';
$string['errortoolarge'] = 'Het bestand is te groot: hoogstens {$a}.';
$string['errorunreachable'] = 'De server is niet bereikbaar ({$a->detail}). Controleer of het adres klopt, of de server draait en of deze site er verbinding mee mag maken.';
$string['key'] = 'API-sleutel';
$string['key_desc'] = 'Een sleutel met de rol “provider”. Die wordt versleuteld bewaard en staat nooit in een pagina.';
$string['noteunenrolled'] = 'Afgemeld in Moodle.';
$string['openinbrowser'] = 'Openen in de browser';
$string['pluginname'] = 'Enrollkit';
$string['privacy:metadata:bookingid'] = 'De boeking op de Enrollkit-server.';
$string['privacy:metadata:consent'] = 'Met welke tekst is ingestemd, als het certificaat resultaten toont.';
$string['privacy:metadata:courseid'] = 'De cursus.';
$string['privacy:metadata:filename'] = 'De naam van het bestand.';
$string['privacy:metadata:files'] = 'Certificaten worden als bestand bewaard.';
$string['privacy:metadata:filesize'] = 'De grootte van het bestand.';
$string['privacy:metadata:local_enrollkit_booking'] = 'Welke boeking op de Enrollkit-server bij een aanmelding hoort.';
$string['privacy:metadata:local_enrollkit_certificate'] = 'Certificaten, waar de gegevens in deze Moodle staan.';
$string['privacy:metadata:local_enrollkit_mark'] = 'Deelnamestatussen die met de hand zijn gezet, waar de gegevens in deze Moodle staan.';
$string['privacy:metadata:note'] = 'Waarom de status is gezet.';
$string['privacy:metadata:problem'] = 'Waarom dit de server nog niet heeft bereikt.';
$string['privacy:metadata:server'] = 'Aanmeldingen en voltooiingen gaan naar de Enrollkit-server, zodat de opleider weet wie er deelneemt.';
$string['privacy:metadata:server:completion'] = 'Dat de cursus is voltooid, en dat de aanmelding is beëindigd.';
$string['privacy:metadata:server:course'] = 'Het ID-nummer van de cursus, met de begin- en einddatum.';
$string['privacy:metadata:server:email'] = 'Het e-mailadres.';
$string['privacy:metadata:server:externalid'] = 'Het ID van het gebruikersaccount.';
$string['privacy:metadata:server:mark'] = 'De deelnamestatus die een docent heeft gezet, met de reden, en wie dat deed.';
$string['privacy:metadata:server:name'] = 'De naam.';
$string['privacy:metadata:status'] = 'De deelnamestatus.';
$string['privacy:metadata:timecompleted'] = 'De voltooiing die aan de server is doorgegeven.';
$string['privacy:metadata:timecreated'] = 'Wanneer de gegevens zijn aangemaakt.';
$string['privacy:metadata:timeended'] = 'Wanneer de aanmelding eindigde.';
$string['privacy:metadata:timemodified'] = 'Wanneer de gegevens voor het laatst zijn gewijzigd.';
$string['privacy:metadata:userid'] = 'De gebruiker over wie de gegevens gaan.';
$string['privacy:metadata:usermodified'] = 'De gebruiker die de wijziging deed.';
$string['privacy:metadata:validfrom'] = 'Vanaf wanneer het certificaat geldig is.';
$string['privacy:metadata:validuntil'] = 'Tot wanneer het certificaat geldig is.';
$string['providerid'] = 'Opleider';
$string['providerid_desc'] = 'Alleen voor een server met meerdere opleiders: de opleider van wie bezoekers de cursussen zien. De server moet ze openbaar maken (ENROLLKIT_PUBLIC_PRODUCTS).';
$string['server'] = 'Adres van de server';
$string['server_desc'] = 'Deze site moet in ENROLLKIT_ALLOWED_ORIGINS van de server staan. Een server in je eigen netwerk, of op een andere poort dan 443, moet ook toegestaan zijn onder Beveiliging › HTTP-beveiliging.';
$string['setup'] = 'Sla het adres en de sleutel op en <a href="{$a}">test daarna de verbinding</a>. Zet vervolgens bij Plugins › Filters het filter Enrollkit aan om onderdelen in teksten te zetten, of voeg het blok “Deelname” aan een cursus toe.';
$string['sync'] = 'Aan de Enrollkit-server doorgeven wat die heeft gemist';
$string['tellserver'] = 'Aanmeldingen';
$string['tellserver_desc'] = 'Wie is aangemeld voor een cursus met een ID-nummer, wordt geboekt op het product met dat ID; afmelden annuleert, de cursus voltooien rondt de boeking af.';
$string['test'] = 'Enrollkit: verbinding testen';
$string['test_moodle'] = 'De gegevens staan in deze Moodle: er is geen verbinding om te testen.';
$string['test_problems'] = 'Aanmeldingen waarvan de server nog niet alles weet: {$a->count}. Dit wordt elke nacht opnieuw geprobeerd. Het laatste probleem: {$a->last}';
$string['test_try'] = 'Verbinding testen';
$string['test_works'] = 'De verbinding werkt: de server antwoordt en accepteert de sleutel.';
$string['trustemail'] = 'E-mailadressen zijn geverifieerd';
$string['trustemail_desc'] = 'Mensen zien dan de boekingen die voor hun adres zijn gemaakt. Laat dit uit als iemand zich met het adres van een ander kan registreren.';
$string['way'] = 'Gegevens';
$string['way_desc'] = 'De Enrollkit-server heeft ook prijzen, startdata, boekingen en facturen. Moodle heeft aanmeldingen, voltooiingen, met de hand gezette statussen en certificaten.';
$string['way_moodle'] = 'In deze Moodle';
$string['way_server'] = 'Op de Enrollkit-server';
