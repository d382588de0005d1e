<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * French.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

defined('MOODLE_INTERNAL') || die();

$string['causecompleted'] = 'cours achevé';
$string['causestarted'] = 'cours ouvert';
$string['enrollkit:manage'] = 'Agir au nom de l’organisme de formation sur toutes les pages';
$string['enrollkit:mark'] = 'Voir les participants d’un cours et modifier leur statut';
$string['enrollkit:participate'] = 'Être inscrit auprès de l’organisme de formation lors de l’inscription à un cours';
$string['erroranswer'] = 'Le serveur n’a pas accepté cette demande (HTTP {$a->status}). {$a->detail}';
$string['errorbusy'] = 'Quelqu’un d’autre modifie les données de la même personne. Un nouvel essai aura lieu.';
$string['errorconflict'] = 'Quelqu’un d’autre a modifié ceci entre-temps. Vérifiez, puis réessayez.';
$string['errorduplicate'] = 'Ce fichier a déjà été déposé.';
$string['errorlater'] = 'Le serveur ne peut pas répondre pour le moment (HTTP {$a->status}). Réessayez plus tard ; si cela persiste, adressez-vous à l’administrateur du serveur. {$a->detail}';
$string['errormediatype'] = 'Ce n’est pas un fichier PDF, PNG ou JPEG. Enregistrez le document au format PDF et choisissez-le à nouveau.';
$string['errormoved'] = 'L’adresse du serveur renvoie vers une autre : {$a->detail}. S’il s’agit de votre serveur Enrollkit, indiquez cette adresse.';
$string['errornotfound'] = 'Cette inscription n’existe pas, ou vous n’êtes pas autorisé à la voir.';
$string['errornotserver'] = 'Ce qui répond à cette adresse (HTTP {$a->status}) n’est pas un serveur Enrollkit. Vérifiez l’adresse.';
$string['errornotsetup'] = 'Enrollkit n’a pas encore de serveur, ou pas de clé pour celui-ci. Indiquez-les dans Administration du site › Plugins › Plugins locaux › Enrollkit.';
$string['errorrefused'] = 'Le serveur refuse la clé. Créez-en une nouvelle sur le serveur, avec le rôle « provider », et indiquez-la ici. {$a->detail}';
$string['errorserveraddress'] = 'L’adresse du serveur doit commencer par https:// (http:// uniquement sur cette machine).';
$string['errortoolarge'] = 'Le fichier est trop volumineux : {$a} au maximum.';
$string['errorunreachable'] = 'Le serveur est injoignable ({$a->detail}). Vérifiez que l’adresse est correcte, que le serveur fonctionne et que ce site a le droit de le contacter.';
$string['key'] = 'Clé d’API';
$string['key_desc'] = 'Une clé avec le rôle « provider ». Elle est enregistrée chiffrée et n’apparaît jamais dans une page.';
$string['noteunenrolled'] = 'Désinscrit dans Moodle.';
$string['openinbrowser'] = 'Ouvrir dans le navigateur';
$string['pluginname'] = 'Enrollkit';
$string['privacy:metadata:bookingid'] = 'L’inscription sur le serveur Enrollkit.';
$string['privacy:metadata:consent'] = 'Le texte qui a été accepté, lorsque le certificat indique des résultats.';
$string['privacy:metadata:courseid'] = 'Le cours.';
$string['privacy:metadata:filename'] = 'Le nom du fichier.';
$string['privacy:metadata:files'] = 'Les certificats sont conservés sous forme de fichiers.';
$string['privacy:metadata:filesize'] = 'La taille du fichier.';
$string['privacy:metadata:local_enrollkit_booking'] = 'L’inscription du serveur Enrollkit qui correspond à une inscription au cours.';
$string['privacy:metadata:local_enrollkit_certificate'] = 'Les certificats, lorsque les données sont conservées dans ce Moodle.';
$string['privacy:metadata:local_enrollkit_mark'] = 'Les statuts de participation indiqués à la main, lorsque les données sont conservées dans ce Moodle.';
$string['privacy:metadata:note'] = 'La raison pour laquelle le statut a été indiqué.';
$string['privacy:metadata:problem'] = 'La raison pour laquelle ceci n’a pas encore atteint le serveur.';
$string['privacy:metadata:server'] = 'Les inscriptions et les achèvements de cours sont envoyés au serveur Enrollkit, afin que l’organisme de formation sache qui participe.';
$string['privacy:metadata:server:completion'] = 'Le fait que le cours a été achevé et que l’inscription a pris fin.';
$string['privacy:metadata:server:course'] = 'Le numéro d’identification du cours, ainsi que ses dates de début et de fin.';
$string['privacy:metadata:server:email'] = 'L’adresse e-mail.';
$string['privacy:metadata:server:externalid'] = 'L’identifiant du compte utilisateur.';
$string['privacy:metadata:server:mark'] = 'Le statut de participation indiqué par un enseignant, avec la raison et l’auteur de la modification.';
$string['privacy:metadata:server:name'] = 'Le nom.';
$string['privacy:metadata:status'] = 'Le statut de participation.';
$string['privacy:metadata:timecompleted'] = 'L’achèvement qui a été transmis au serveur.';
$string['privacy:metadata:timecreated'] = 'La date de création de l’enregistrement.';
$string['privacy:metadata:timeended'] = 'La date de fin de l’inscription.';
$string['privacy:metadata:timemodified'] = 'La date de la dernière modification de l’enregistrement.';
$string['privacy:metadata:userid'] = 'L’utilisateur concerné par l’enregistrement.';
$string['privacy:metadata:usermodified'] = 'L’utilisateur qui a effectué la modification.';
$string['privacy:metadata:validfrom'] = 'La date à partir de laquelle le certificat est valable.';
$string['privacy:metadata:validuntil'] = 'La date jusqu’à laquelle le certificat est valable.';
$string['providerid'] = 'Organisme de formation';
$string['providerid_desc'] = 'Uniquement pour un serveur qui sert plusieurs organismes : celui dont les visiteurs voient les formations. Le serveur doit les rendre publiques (ENROLLKIT_PUBLIC_PRODUCTS).';
$string['server'] = 'Adresse du serveur';
$string['server_desc'] = 'Ce site doit figurer dans ENROLLKIT_ALLOWED_ORIGINS sur le serveur. Un serveur de votre propre réseau, ou sur un autre port que 443, doit aussi être autorisé dans Sécurité › Sécurité HTTP.';
$string['setup'] = 'Enregistrez l’adresse et la clé, puis <a href="{$a}">testez la connexion</a>. Activez ensuite le filtre Enrollkit dans Plugins › Filtres pour placer des éléments dans les textes, ou ajoutez le bloc « Participation » à un cours.';
$string['sync'] = 'Transmettre au serveur Enrollkit ce qu’il a manqué';
$string['tellserver'] = 'Inscriptions';
$string['tellserver_desc'] = 'Toute personne inscrite à un cours qui a un numéro d’identification est inscrite au produit qui porte ce numéro ; la désinscription annule, l’achèvement du cours termine l’inscription.';
$string['test'] = 'Enrollkit : tester la connexion';
$string['test_moodle'] = 'Les données sont conservées dans ce Moodle : il n’y a pas de connexion à tester.';
$string['test_problems'] = 'Inscriptions dont le serveur ne sait pas encore tout : {$a->count}. Un nouvel essai a lieu chaque nuit. Le dernier problème : {$a->last}';
$string['test_try'] = 'Tester la connexion';
$string['test_works'] = 'La connexion fonctionne : le serveur répond et accepte la clé.';
$string['trustemail'] = 'Les adresses e-⁠mail sont vérifiées';
$string['trustemail_desc'] = 'Chacun voit alors les inscriptions faites pour son adresse. Ne cochez pas cette case si quelqu’un peut s’enregistrer avec l’adresse d’une autre personne.';
$string['way'] = 'Données';
$string['way_desc'] = 'Le serveur Enrollkit a aussi les prix, les sessions, les inscriptions et les factures. Moodle a les inscriptions aux cours, les achèvements, les statuts indiqués à la main et les certificats.';
$string['way_moodle'] = 'Dans ce Moodle';
$string['way_server'] = 'Sur le serveur Enrollkit';
