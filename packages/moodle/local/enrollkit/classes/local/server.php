<?php
// This file is part of Enrollkit's plugins for Moodle, which are MIT licensed: see LICENSE.

/**
 * Speaks to the Enrollkit server with the site's key.
 *
 * @package    local_enrollkit
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

namespace local_enrollkit\local;

/**
 * Speaks to the Enrollkit server with the site's key. Every method throws a server_exception.
 */
class server {
    /** Seconds that an answer may take. */
    private const TIMEOUT = 15;

    /** How many ids go into one address: proxies refuse what is longer than 8 kB. */
    private const IDS_AT_ONCE = 100;

    /**
     * A token for one person.
     *
     * @param array $person As `POST /tokens` wants it.
     * @return array With `token` and `expires_at`.
     */
    public static function create_token(array $person): array {
        return self::send('POST', '/tokens', $person);
    }

    /**
     * Makes a booking.
     *
     * @param array $booking As `POST /bookings` wants it.
     * @param string $key The same one again gives the first answer, never a second booking.
     * @return array The booking.
     */
    public static function book(array $booking, string $key): array {
        return self::send('POST', '/bookings', $booking, ['Idempotency-Key: ' . $key]);
    }

    /**
     * Bookings by their ids; those that aren't there are left out.
     *
     * @param string[] $ids
     * @return array[]
     */
    public static function bookings(array $ids): array {
        $found = [];
        foreach (array_chunk($ids, self::IDS_AT_ONCE) as $some) {
            // Ids of the server have no comma; what has one can't be an id.
            $names = array_filter($some, function (string $id): bool {
                return $id !== '' && strpos($id, ',') === false;
            });
            if ($names) {
                $page = self::send('GET', '/bookings?ids=' . implode(',', array_map('rawurlencode', $names)));
                $found = array_merge($found, array_values($page['items'] ?? []));
            }
        }
        return $found;
    }

    /**
     * The bookings of a person on a product that were made since a moment.
     *
     * @param string $externalid
     * @param string $productid
     * @param int $since
     * @return array[]
     */
    public static function bookings_of(string $externalid, string $productid, int $since): array {
        $query = ['external_id' => $externalid, 'product_id' => $productid, 'created_at' => gmdate('Y-m-d\TH:i:s\Z', $since)];
        return self::send('GET', '/bookings?' . http_build_query($query, '', '&'))['items'] ?? [];
    }

    /**
     * Changes a booking.
     *
     * @param string $id
     * @param array $change As `PATCH /bookings/{id}` wants it.
     * @param array $options `token`: of whom it is told in its history, in place of the key; `version`: the one that was seen;
     *     `key`: under which it is done once.
     * @return array The booking.
     */
    public static function change(string $id, array $change, array $options = []): array {
        $headers = isset($options['version']) ? [sprintf('If-Match: "%d"', $options['version'])] : [];
        if (isset($options['key'])) {
            $headers[] = 'Idempotency-Key: ' . $options['key'];
        }
        return self::send('PATCH', '/bookings/' . rawurlencode($id), $change, $headers, $options['token'] ?? null);
    }

    /**
     * Cancels a booking; a second time changes nothing.
     *
     * @param string $id
     * @param string $note Why.
     * @return array The booking.
     */
    public static function cancel(string $id, string $note): array {
        return self::send('POST', '/bookings/' . rawurlencode($id) . '/cancel', ['note' => $note]);
    }

    /**
     * Tries what every page needs: the address, the key, and a token.
     *
     * @return void
     */
    public static function test(): void {
        self::send('GET', '/healthz');
        self::create_token(['subject' => people::SUBJECT_OF_TESTS, 'role' => 'provider', 'expires_in' => 1]);
    }

    /**
     * Sends a request.
     *
     * @param string $method
     * @param string $path
     * @param array|null $body
     * @param string[] $headers
     * @param string|null $token In place of the key.
     * @return array
     */
    private static function send(
        string $method,
        string $path,
        ?array $body = null,
        array $headers = [],
        ?string $token = null
    ): array {
        global $CFG;
        require_once($CFG->libdir . '/filelib.php');
        if (!settings::can_ask_server()) {
            throw new server_exception('errornotsetup', 0);
        }
        $curl = new \curl();
        $curl->setHeader(array_merge($headers, [
            'Authorization: Bearer ' . ($token ?? settings::key()),
            'Accept: application/json',
            'Content-Type: application/json',
        ]));
        $options = [
            'CURLOPT_TIMEOUT' => self::TIMEOUT,
            'CURLOPT_CONNECTTIMEOUT' => self::TIMEOUT,
            // A key must never follow where an answer points.
            'CURLOPT_FOLLOWLOCATION' => false,
        ];
        $url = settings::server() . $path;
        $sent = $body === null ? '' : json_encode($body);
        if ($method === 'GET') {
            $answer = $curl->get($url, [], $options);
        } else if ($method === 'PATCH') {
            $answer = $curl->patch($url, $sent, $options);
        } else {
            $answer = $curl->post($url, $sent, $options);
        }
        // Also where Moodle itself refuses an address on its list of blocked hosts: then there is no status either.
        $status = (int) ($curl->get_info()['http_code'] ?? 0);
        if ($status === 0) {
            throw new server_exception('errorunreachable', 0, rtrim((string) $curl->error, '. '));
        }
        $record = json_decode((string) $answer, true);
        if ($status >= 200 && $status < 300 && is_array($record)) {
            return $record;
        }
        throw self::refusal($status, is_array($record) ? $record : null, self::address_behind($curl, $path));
    }

    /**
     * What to tell an administrator of an answer that is of no use: what is the matter, and what to do.
     *
     * @param int $status
     * @param array|null $record What was answered; null: nothing that a server of Enrollkit says.
     * @param string $other The address that this one leads on to.
     * @return server_exception
     */
    private static function refusal(int $status, ?array $record, string $other): server_exception {
        if ($other !== '') {
            return new server_exception('errormoved', $status, $other);
        }
        $detail = $record['detail'] ?? $record['title'] ?? '';
        $detail = is_string($detail) ? $detail : '';
        if ($status === 429 || $status >= 500) {
            return new server_exception('errorlater', $status, $detail);
        }
        if ($record === null || $status < 400) {
            return new server_exception('errornotserver', $status);
        }
        $isrefused = $status === 401 || $status === 403;
        return new server_exception($isrefused ? 'errorrefused' : 'erroranswer', $status, $detail);
    }

    /**
     * The address of the server to which an answer points, such as the one with https or with www.
     *
     * @param \curl $curl
     * @param string $path What was asked for.
     * @return string Empty when it points nowhere, or to a page that isn't asked for, such as one where people sign in.
     */
    private static function address_behind(\curl $curl, string $path): string {
        $location = (string) ($curl->get_info()['redirect_url'] ?? '');
        return substr($location, -strlen($path)) === $path ? substr($location, 0, -strlen($path)) : '';
    }
}
