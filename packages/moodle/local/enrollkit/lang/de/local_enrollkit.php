<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * German.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$string['causecompleted'] = 'Kurs abgeschlossen';
$string['causestarted'] = 'Kurs geöffnet';
$string['enrollkit:manage'] = 'Auf jeder Seite im Namen des Anbieters handeln';
$string['enrollkit:mark'] = 'Die Teilnehmenden eines Kurses sehen und ihren Status ändern';
$string['enrollkit:participate'] = 'Bei Einschreibung in einen Kurs beim Anbieter gebucht werden';
$string['erroranswer'] = 'Der Server hat dies nicht angenommen (HTTP {$a->status}). {$a->detail}';
$string['errorbusy'] = 'Gerade ändert jemand anderes die Daten derselben Person. Es wird erneut versucht.';
$string['errorconflict'] = 'In der Zwischenzeit hat jemand anderes dies geändert. Prüfen Sie es und versuchen Sie es erneut.';
$string['errorduplicate'] = 'Diese Datei wurde bereits hochgeladen.';
$string['errorlater'] = 'Der Server kann gerade nicht antworten (HTTP {$a->status}). Versuchen Sie es später erneut; bleibt es so, wenden Sie sich an die Administration des Servers. {$a->detail}';
$string['errormediatype'] = 'Dies ist keine PDF-, PNG- oder JPEG-Datei. Speichern Sie das Dokument als PDF und wählen Sie es erneut aus.';
$string['errormoved'] = 'Die Adresse des Servers leitet zu einer anderen weiter: {$a->detail}. Wenn das Ihr Enrollkit-Server ist, tragen Sie diese Adresse ein.';
$string['errornotfound'] = 'Diese Buchung gibt es nicht, oder Sie dürfen sie nicht sehen.';
$string['errornotserver'] = 'Was unter dieser Adresse antwortet (HTTP {$a->status}), ist kein Enrollkit-Server. Prüfen Sie die Adresse.';
$string['errornotsetup'] = 'Enrollkit hat noch keinen Server oder keinen Schlüssel dafür. Tragen Sie beides ein unter Website-Administration › Plugins › Lokale Plugins › Enrollkit.';
$string['errorrefused'] = 'Der Server lehnt den Schlüssel ab. Erstellen Sie dort einen neuen mit der Rolle „provider“ und tragen Sie ihn hier ein. {$a->detail}';
$string['errorserveraddress'] = 'Die Adresse des Servers muss mit https:// beginnen (http:// nur auf diesem Rechner).';
$string['errortoolarge'] = 'Die Datei ist zu groß: höchstens {$a}.';
$string['errorunreachable'] = 'Der Server ist nicht erreichbar ({$a->detail}). Prüfen Sie, ob die Adresse stimmt, ob der Server läuft und ob diese Website ihn erreichen darf.';
$string['key'] = 'API-Schlüssel';
$string['key_desc'] = 'Ein Schlüssel mit der Rolle „provider“. Er wird verschlüsselt gespeichert und erscheint nie auf einer Seite.';
$string['noteunenrolled'] = 'In Moodle ausgetragen.';
$string['openinbrowser'] = 'Im Browser öffnen';
$string['pluginname'] = 'Enrollkit';
$string['privacy:metadata:bookingid'] = 'Die Buchung auf dem Enrollkit-Server.';
$string['privacy:metadata:consent'] = 'Welchem Text zugestimmt wurde, wenn das Zertifikat Ergebnisse zeigt.';
$string['privacy:metadata:courseid'] = 'Der Kurs.';
$string['privacy:metadata:filename'] = 'Der Name der Datei.';
$string['privacy:metadata:files'] = 'Zertifikate werden als Dateien aufbewahrt.';
$string['privacy:metadata:filesize'] = 'Die Größe der Datei.';
$string['privacy:metadata:local_enrollkit_booking'] = 'Welche Buchung auf dem Enrollkit-Server zu einer Einschreibung gehört.';
$string['privacy:metadata:local_enrollkit_certificate'] = 'Zertifikate, sofern die Daten in diesem Moodle geführt werden.';
$string['privacy:metadata:local_enrollkit_mark'] = 'Von Hand gesetzte Teilnahmestatus, sofern die Daten in diesem Moodle geführt werden.';
$string['privacy:metadata:note'] = 'Warum der Status gesetzt wurde.';
$string['privacy:metadata:problem'] = 'Warum dies den Server noch nicht erreicht hat.';
$string['privacy:metadata:server'] = 'Einschreibungen und Kursabschlüsse werden an den Enrollkit-Server gesendet, damit der Anbieter weiß, wer teilnimmt.';
$string['privacy:metadata:server:completion'] = 'Dass der Kurs abgeschlossen wurde und dass die Einschreibung beendet ist.';
$string['privacy:metadata:server:course'] = 'Die ID-Nummer des Kurses sowie sein Beginn und sein Ende.';
$string['privacy:metadata:server:email'] = 'Die E-Mail-Adresse.';
$string['privacy:metadata:server:externalid'] = 'Die ID des Nutzerkontos.';
$string['privacy:metadata:server:mark'] = 'Der Teilnahmestatus, den eine Lehrkraft gesetzt hat, mit dem Grund, und wer ihn gesetzt hat.';
$string['privacy:metadata:server:name'] = 'Der Name.';
$string['privacy:metadata:status'] = 'Der Teilnahmestatus.';
$string['privacy:metadata:timecompleted'] = 'Der Kursabschluss, der an den Server gesendet wurde.';
$string['privacy:metadata:timecreated'] = 'Wann der Eintrag angelegt wurde.';
$string['privacy:metadata:timeended'] = 'Wann die Einschreibung endete.';
$string['privacy:metadata:timemodified'] = 'Wann der Eintrag zuletzt geändert wurde.';
$string['privacy:metadata:userid'] = 'Die Person, um die es in dem Eintrag geht.';
$string['privacy:metadata:usermodified'] = 'Die Person, die die Änderung vorgenommen hat.';
$string['privacy:metadata:validfrom'] = 'Ab wann das Zertifikat gültig ist.';
$string['privacy:metadata:validuntil'] = 'Bis wann das Zertifikat gültig ist.';
$string['providerid'] = 'Anbieter';
$string['providerid_desc'] = 'Nur für einen Server mit mehreren Anbietern: derjenige, dessen Kurse Besucher sehen. Der Server muss sie öffentlich machen (ENROLLKIT_PUBLIC_PRODUCTS).';
$string['server'] = 'Adresse des Servers';
$string['server_desc'] = 'Diese Website muss auf dem Server in ENROLLKIT_ALLOWED_ORIGINS stehen. Ein Server in Ihrem eigenen Netz oder auf einem anderen Port als 443 muss außerdem unter Sicherheit › HTTP-Sicherheit erlaubt sein.';
$string['setup'] = 'Speichern Sie die Adresse und den Schlüssel, und <a href="{$a}">testen Sie dann die Verbindung</a>. Schalten Sie danach unter Plugins › Filter den Filter Enrollkit ein, um Elemente in Texten zu verwenden, oder fügen Sie einem Kurs den Block „Teilnahme“ hinzu.';
$string['sync'] = 'Dem Enrollkit-Server senden, was er verpasst hat';
$string['tellserver'] = 'Einschreibungen';
$string['tellserver_desc'] = 'Wer in einen Kurs mit einer ID-Nummer eingeschrieben ist, wird auf das Produkt mit dieser ID gebucht; wer ausgetragen wird, dessen Buchung wird storniert; wer den Kurs abschließt, dessen Buchung wird abgeschlossen.';
$string['test'] = 'Enrollkit: Verbindung testen';
$string['test_moodle'] = 'Die Daten werden in diesem Moodle geführt: Es gibt keine Verbindung zu testen.';
$string['test_problems'] = 'Einschreibungen, über die der Server noch nicht alles weiß: {$a->count}. Dies wird jede Nacht erneut versucht. Das letzte Problem: {$a->last}';
$string['test_try'] = 'Verbindung testen';
$string['test_works'] = 'Die Verbindung funktioniert: Der Server antwortet und akzeptiert den Schlüssel.';
$string['trustemail'] = 'E-Mail-Adressen sind bestätigt';
$string['trustemail_desc'] = 'Nutzer/innen sehen dann die Buchungen, die für ihre Adresse gemacht wurden. Lassen Sie dies ausgeschaltet, wenn sich jemand mit der Adresse einer anderen Person registrieren kann.';
$string['way'] = 'Daten';
$string['way_desc'] = 'Der Enrollkit-Server hat auch Preise, Starttermine, Buchungen und Rechnungen. Moodle hat Einschreibungen, Kursabschlüsse, von Hand gesetzte Status und Zertifikate.';
$string['way_moodle'] = 'In diesem Moodle';
$string['way_server'] = 'Auf dem Enrollkit-Server';
