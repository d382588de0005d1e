import type { Locale } from '@enrollkit/core';
import type { WebhookFaultCode } from '../http/issue-codes.js';

interface Facts {
  readonly status?: number | undefined;
}

type FaultTexts = Readonly<Record<WebhookFaultCode, (facts: Facts) => string>>;

const NL: FaultTexts = {
  'webhook-address-private': () => 'Dit adres ligt in een privénetwerk. Ontvang webhooks op een openbaar adres.',
  'webhook-host-unknown': () => 'De server op dit adres is niet gevonden. Controleer het adres.',
  'webhook-unreachable': () =>
    'De verbinding met de ontvanger mislukte. Controleer of de ontvanger draait en vanaf internet bereikbaar is.',
  'webhook-certificate-invalid': () =>
    'Het beveiligingscertificaat van de ontvanger is niet geldig. Vernieuw het en stuur de hele certificaatketen mee.',
  'webhook-too-slow': () =>
    'De ontvanger deed te lang over een antwoord. Antwoord eerst met status 200 en doe daarna het werk.',
  'webhook-status': ({ status = 0 }) =>
    `De ontvanger antwoordde met een fout (status ${status}). Kijk in het logboek van de ontvanger.`,
  'webhook-redirect': () => 'De ontvanger verwijst door naar een ander adres. Stel de webhook op dat adres in.',
  'webhook-unreadable': () =>
    'Deze server kon de gegevens niet lezen. Het ligt niet aan de ontvanger. De server probeert het opnieuw.',
  'webhook-gone': () =>
    'De ontvanger meldt dat hij niet meer bestaat (status 410). Zet de webhook weer aan als dat niet klopt.',
};

const EN: FaultTexts = {
  'webhook-address-private': () =>
    'This address is inside a private network. Receive webhooks at an address on the public internet.',
  'webhook-host-unknown': () => 'The server at this address was not found. Check the address.',
  'webhook-unreachable': () =>
    'The connection to the receiver failed. Check that it runs and can be reached from the internet.',
  'webhook-certificate-invalid': () =>
    'The security certificate of the receiver is not valid. Renew it, and send the complete certificate chain.',
  'webhook-too-slow': () =>
    'The receiver took too long to answer. Answer with status 200 first, and do the work afterwards.',
  'webhook-status': ({ status = 0 }) =>
    `The receiver answered with an error (status ${status}). Check the receiver’s log.`,
  'webhook-redirect': () => 'The receiver redirects to another address. Set up the webhook with that address.',
  'webhook-unreadable': () =>
    'This server could not read the record. Nothing is wrong with the receiver. The server will try again.',
  'webhook-gone': () =>
    'The receiver says that it no longer exists (status 410). Switch the webhook on again if that was a mistake.',
};

const DE: FaultTexts = {
  'webhook-address-private': () =>
    'Diese Adresse liegt in einem privaten Netz. Empfangen Sie Webhooks unter einer öffentlichen Adresse.',
  'webhook-host-unknown': () => 'Der Server unter dieser Adresse wurde nicht gefunden. Prüfen Sie die Adresse.',
  'webhook-unreachable': () =>
    'Die Verbindung zum Empfänger ist fehlgeschlagen. Prüfen Sie, ob er läuft und aus dem Internet erreichbar ist.',
  'webhook-certificate-invalid': () =>
    'Das Sicherheitszertifikat des Empfängers ist ungültig. Erneuern Sie es, und senden Sie die ganze Zertifikatskette mit.',
  'webhook-too-slow': () =>
    'Der Empfänger brauchte zu lange für eine Antwort. Antworten Sie zuerst mit Status 200, und erledigen Sie die Arbeit danach.',
  'webhook-status': ({ status = 0 }) =>
    `Der Empfänger antwortete mit einem Fehler (Status ${status}). Sehen Sie im Protokoll des Empfängers nach.`,
  'webhook-redirect': () =>
    'Der Empfänger leitet an eine andere Adresse weiter. Richten Sie den Webhook mit dieser Adresse ein.',
  'webhook-unreadable': () =>
    'Dieser Server konnte den Datensatz nicht lesen. Am Empfänger liegt es nicht. Der Server versucht es erneut.',
  'webhook-gone': () =>
    'Der Empfänger meldet, dass es ihn nicht mehr gibt (Status 410). Schalten Sie den Webhook wieder ein, wenn das nicht stimmt.',
};

const FR: FaultTexts = {
  'webhook-address-private': () =>
    'Cette adresse se trouve dans un réseau privé. Recevez les webhooks à une adresse publique.',
  'webhook-host-unknown': () => 'Le serveur à cette adresse est introuvable. Vérifiez l’adresse.',
  'webhook-unreachable': () =>
    'La connexion au destinataire a échoué. Vérifiez qu’il fonctionne et qu’il est joignable depuis Internet.',
  'webhook-certificate-invalid': () =>
    'Le certificat de sécurité du destinataire n’est pas valide. Renouvelez-le, et envoyez la chaîne de certificats complète.',
  'webhook-too-slow': () =>
    'Le destinataire a mis trop de temps à répondre. Répondez d’abord par le statut 200, puis faites le travail.',
  'webhook-status': ({ status = 0 }) =>
    `Le destinataire a répondu par une erreur (statut ${status}). Consultez le journal du destinataire.`,
  'webhook-redirect': () =>
    'Le destinataire redirige vers une autre adresse. Configurez le webhook avec cette adresse.',
  'webhook-unreadable': () =>
    'Ce serveur n’a pas pu lire les données. Le destinataire n’y est pour rien. Le serveur va réessayer.',
  'webhook-gone': () =>
    'Le destinataire indique qu’il n’existe plus (statut 410). Réactivez le webhook si c’est une erreur.',
};

/** Why an endpoint got nothing, by language. */
export const WEBHOOK_TEXTS: Readonly<Record<Locale, FaultTexts>> = { nl: NL, en: EN, de: DE, fr: FR };

/** What happened and what to do, for whoever set up a webhook. */
export function faultText(language: Locale, code: WebhookFaultCode, facts: Facts = {}): string {
  return WEBHOOK_TEXTS[language][code](facts);
}
