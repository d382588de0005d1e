<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * English.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$string['causecompleted'] = 'course completed';
$string['causestarted'] = 'course opened';
$string['enrollkit:manage'] = 'Act for the provider on every page';
$string['enrollkit:mark'] = 'See and mark the participants of a course';
$string['enrollkit:participate'] = 'Be booked with the provider when enrolled in a course';
$string['erroranswer'] = 'The server did not accept this (HTTP {$a->status}). {$a->detail}';
$string['errorbusy'] = 'Somebody else is changing the same person’s data. It will be tried again.';
$string['errorconflict'] = 'Somebody else has changed this in the meantime. Check it and try again.';
$string['errorduplicate'] = 'This file has already been uploaded.';
$string['errorlater'] = 'The server can’t answer now (HTTP {$a->status}). Try again later; if it stays like this, ask whoever runs the server. {$a->detail}';
$string['errormediatype'] = 'This is not a PDF, PNG or JPEG file. Save the document as a PDF and choose it again.';
$string['errormoved'] = 'The address of the server leads on to another one: {$a->detail}. If that is your Enrollkit server, fill in that address.';
$string['errornotfound'] = 'This booking does not exist, or you may not see it.';
$string['errornotserver'] = 'What answers at this address (HTTP {$a->status}) is not an Enrollkit server. Check the address.';
$string['errornotsetup'] = 'Enrollkit has no server yet, or no key for it. Fill them in under Site administration › Plugins › Local plugins › Enrollkit.';
$string['errorrefused'] = 'The server refuses the key. Create a new one there, with the role “provider”, and fill it in here. {$a->detail}';
$string['errorserveraddress'] = 'The address of the server must begin with https:// (http:// only on this machine).';
$string['errortoolarge'] = 'The file is too large: at most {$a}.';
$string['errorunreachable'] = 'The server can’t be reached ({$a->detail}). Check that the address is right, that the server is running, and that this site may reach it.';
$string['key'] = 'API key';
$string['key_desc'] = 'A key with the role “provider”. It is stored encrypted and never appears in a page.';
$string['noteunenrolled'] = 'Unenrolled in Moodle.';
$string['openinbrowser'] = 'Open this in the browser';
$string['pluginname'] = 'Enrollkit';
$string['privacy:metadata:bookingid'] = 'The booking on the Enrollkit server.';
$string['privacy:metadata:consent'] = 'Which text was agreed to, when the certificate shows results.';
$string['privacy:metadata:courseid'] = 'The course.';
$string['privacy:metadata:filename'] = 'The name of the file.';
$string['privacy:metadata:files'] = 'Certificates are kept as files.';
$string['privacy:metadata:filesize'] = 'The size of the file.';
$string['privacy:metadata:local_enrollkit_booking'] = 'Which booking on the Enrollkit server belongs to an enrolment.';
$string['privacy:metadata:local_enrollkit_certificate'] = 'Certificates, where records are kept in this Moodle.';
$string['privacy:metadata:local_enrollkit_mark'] = 'Participation statuses that were set by hand, where records are kept in this Moodle.';
$string['privacy:metadata:note'] = 'Why the status was set.';
$string['privacy:metadata:problem'] = 'Why this has not reached the server yet.';
$string['privacy:metadata:server'] = 'Enrolments and completions are sent to the Enrollkit server, so that the provider knows who is taking part.';
$string['privacy:metadata:server:completion'] = 'That the course was completed, and that the enrolment ended.';
$string['privacy:metadata:server:course'] = 'The ID number of the course, and its start and end dates.';
$string['privacy:metadata:server:email'] = 'The email address.';
$string['privacy:metadata:server:externalid'] = 'The ID of the user account.';
$string['privacy:metadata:server:mark'] = 'The participation status that a teacher set, with the reason, and who set it.';
$string['privacy:metadata:server:name'] = 'The name.';
$string['privacy:metadata:status'] = 'The participation status.';
$string['privacy:metadata:timecompleted'] = 'The completion that was sent to the server.';
$string['privacy:metadata:timecreated'] = 'When the record was created.';
$string['privacy:metadata:timeended'] = 'When the enrolment ended.';
$string['privacy:metadata:timemodified'] = 'When the record was last changed.';
$string['privacy:metadata:userid'] = 'The user whom the record is about.';
$string['privacy:metadata:usermodified'] = 'The user who made the change.';
$string['privacy:metadata:validfrom'] = 'From when the certificate is valid.';
$string['privacy:metadata:validuntil'] = 'Until when the certificate is valid.';
$string['providerid'] = 'Provider';
$string['providerid_desc'] = 'Only for a server with several providers: the one whose courses visitors see. The server must make them public (ENROLLKIT_PUBLIC_PRODUCTS).';
$string['server'] = 'Address of the server';
$string['server_desc'] = 'This site must be listed in ENROLLKIT_ALLOWED_ORIGINS on the server. A server in your own network, or on a port other than 443, must also be allowed under Security › HTTP security.';
$string['setup'] = 'Save the address and the key, then <a href="{$a}">test the connection</a>. After that, turn on the filter Enrollkit under Plugins › Filters to place elements in texts, or add the block “Participation” to a course.';
$string['sync'] = 'Send the Enrollkit server what it has missed';
$string['tellserver'] = 'Enrolments';
$string['tellserver_desc'] = 'Whoever is enrolled in a course with an ID number is booked on the product with that id; unenrolling cancels, completing the course completes the booking.';
$string['test'] = 'Enrollkit: test the connection';
$string['test_moodle'] = 'Records are kept in this Moodle: there is no connection to test.';
$string['test_problems'] = 'Enrolments about which the server doesn’t know everything yet: {$a->count}. This is tried again every night. The last problem: {$a->last}';
$string['test_try'] = 'Test the connection';
$string['test_works'] = 'The connection works: the server answers and accepts the key.';
$string['trustemail'] = 'Email addresses are verified';
$string['trustemail_desc'] = 'People then see the bookings made for their address. Leave this off if somebody can register with another person’s address.';
$string['way'] = 'Records';
$string['way_desc'] = 'The Enrollkit server also has prices, starting dates, bookings and invoices. Moodle has enrolments, completions, statuses set by hand and certificates.';
$string['way_moodle'] = 'In this Moodle';
$string['way_server'] = 'On the Enrollkit server';
