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
$string['enrollkit:participate'] = 'Be booked at the provider when enrolled in a course';
$string['erroranswer'] = 'The server answered {$a->status}. {$a->detail}';
$string['errorbusy'] = 'Somebody else is busy with the same person. It is tried again.';
$string['errorconflict'] = 'Somebody else has changed this meanwhile. Look at it again.';
$string['errorduplicate'] = 'This file is here already.';
$string['errormediatype'] = 'This is no PDF, PNG or JPEG. Save the document as a PDF and choose it again.';
$string['errornotfound'] = 'This booking isn’t there, or isn’t for you.';
$string['errornotsetup'] = 'Enrollkit has no server yet, or no key for it: Site administration › Plugins › Enrollkit.';
$string['errorrefused'] = 'The server refuses the key. Make a new one there, with the role “provider”, and fill it in here. {$a->detail}';
$string['errorserveraddress'] = 'The address of the server must begin with https:// (http:// only on this machine).';
$string['errortoolarge'] = 'The file is too large: at most {$a}.';
$string['errorunreachable'] = 'The server can’t be reached: {$a->detail}';
$string['key'] = 'API key';
$string['key_desc'] = 'A key of the role “provider”. It is stored encrypted and never gets into a page.';
$string['noteunenrolled'] = 'Unenrolled in Moodle.';
$string['openinbrowser'] = 'Open this in the browser';
$string['pluginname'] = 'Enrollkit';
$string['privacy:metadata:bookingid'] = 'The booking at the Enrollkit server.';
$string['privacy:metadata:consent'] = 'Which text was agreed to, when the certificate shows results.';
$string['privacy:metadata:courseid'] = 'The course.';
$string['privacy:metadata:filename'] = 'The name of the file.';
$string['privacy:metadata:files'] = 'Certificates are kept as files.';
$string['privacy:metadata:filesize'] = 'The size of the file.';
$string['privacy:metadata:local_enrollkit_booking'] = 'Which booking at the Enrollkit server an enrolment is.';
$string['privacy:metadata:local_enrollkit_certificate'] = 'Certificates, where records are kept in this Moodle.';
$string['privacy:metadata:local_enrollkit_mark'] = 'Participation statuses that were set by hand, where records are kept in this Moodle.';
$string['privacy:metadata:note'] = 'Why the status was set.';
$string['privacy:metadata:problem'] = 'What kept the server from being told.';
$string['privacy:metadata:server'] = 'Enrolments and completions are told to the Enrollkit server, so that the provider knows who takes part.';
$string['privacy:metadata:server:completion'] = 'That the course was completed, and that the enrolment ended.';
$string['privacy:metadata:server:course'] = 'The ID number of the course, and from when to when it is.';
$string['privacy:metadata:server:email'] = 'The email address.';
$string['privacy:metadata:server:externalid'] = 'The number of the account.';
$string['privacy:metadata:server:mark'] = 'The participation status that a teacher set, with the reason, and who set it.';
$string['privacy:metadata:server:name'] = 'The name.';
$string['privacy:metadata:status'] = 'The participation status.';
$string['privacy:metadata:timecompleted'] = 'The completion that the server was told.';
$string['privacy:metadata:timecreated'] = 'When it was made.';
$string['privacy:metadata:timeended'] = 'When the enrolment ended.';
$string['privacy:metadata:timemodified'] = 'When it was last changed.';
$string['privacy:metadata:userid'] = 'Whose it is.';
$string['privacy:metadata:usermodified'] = 'Who did it.';
$string['privacy:metadata:validfrom'] = 'From when the certificate is valid.';
$string['privacy:metadata:validuntil'] = 'Until when the certificate is valid.';
$string['providerid'] = 'Provider';
$string['providerid_desc'] = 'Only for a server of several providers: whose courses visitors see. The server must make them public (ENROLLKIT_PUBLIC_PRODUCTS).';
$string['server'] = 'Address of the server';
$string['server_desc'] = 'This site must be named in ENROLLKIT_ALLOWED_ORIGINS of the server. A server in your own network, or at a port other than 443, must also be allowed under Security › HTTP security.';
$string['sync'] = 'Tell the Enrollkit server what it has missed';
$string['tellserver'] = 'Enrolments';
$string['tellserver_desc'] = 'Whoever is enrolled in a course with an ID number is booked on the product with that id; unenrolling cancels, completing the course completes the booking.';
$string['test'] = 'Enrollkit: test the connection';
$string['test_moodle'] = 'Records are kept in this Moodle: there is no connection to test.';
$string['test_problems'] = 'Of {$a->count} enrolments the server doesn’t know everything yet. It is tried again every night. The last problem: {$a->last}';
$string['test_try'] = 'Test the connection';
$string['test_works'] = 'The connection works: the server answers, and takes the key.';
$string['trustemail'] = 'Email addresses are proven';
$string['trustemail_desc'] = 'Then people see the bookings made for their address. Leave it off where somebody can register under the address of another.';
$string['way'] = 'Records';
$string['way_desc'] = 'On the Enrollkit server there are prices, starts, bookings and invoices too. In Moodle there are enrolments, completions, marks and certificates.';
$string['way_moodle'] = 'In this Moodle';
$string['way_server'] = 'On the Enrollkit server';
