/**
 * Bookings and certificates through Moodle's external functions, as the elements ask for them.
 *
 * @module     local_enrollkit/records
 * @copyright  2026 The Enrollkit authors
 * @license    https://opensource.org/licenses/MIT MIT
 */

/**
 * Bookings, wherever they are kept.
 *
 * @param {object} kit What the file of the kit exports
 * @param {Function} ask What `asker` gave
 * @returns {object} The part of a backend that is about them
 */
export const bookings = (kit, ask) => {
  const getEnrollments = async (ids) => {
    const answer = await ask('get_bookings', { ids });
    const found = new Map(answer.bookings.map((booking) => [booking.id, kit.fromWireBooking(booking)]));
    return ids.map((id) => found.get(id));
  };
  const getEnrollment = async (id) => {
    const [enrollment] = await getEnrollments([id]);
    if (enrollment) return enrollment;
    throw new kit.EnrollkitError('not-found', `No booking ${id} for this person`);
  };
  return {
    getEnrollments,
    getEnrollment,
    async changeStatus(id, to, { expectedVersion = 0, note = '' } = {}) {
      const change = { id, status: kit.toWireName(to), note, version: expectedVersion };
      try {
        return kit.fromWireBooking(await ask('mark_booking', change));
      } catch (error) {
        if (error.code !== 'conflict') throw error;
        throw new kit.EnrollkitError('conflict', error.message, { cause: error, current: await getEnrollment(id) });
      }
    },
  };
};

/**
 * Certificates that are kept in Moodle. A course leads to one: its own.
 *
 * @param {object} kit What the file of the kit exports
 * @param {Function} ask What `asker` gave
 * @returns {object} The part of a backend that is about them
 */
export const certificates = (kit, ask) => {
  /** Where the file of each is, as Moodle said when it was listed. */
  const addresses = new Map();
  const read = ({ url, ...certificate }) => {
    addresses.set(String(certificate.id), url);
    return kit.fromWireCertificate({
      ...certificate,
      id: `${certificate.id}`,
      certification_id: `${certificate.certification_id}`,
    });
  };
  const certification = async (courseid) => {
    const { id, name } = await ask('get_certification', { courseid });
    return { id: `${id}`, name, requiresValidUntil: false, verified: true, version: 1 };
  };
  return {
    getProduct: async (id) => ({ id, certificationIds: [id] }),
    listCertifications: async ({ productId }) => ({ items: [await certification(Number(productId))], total: 1 }),
    async listCertificates({ enrollmentId }) {
      const answer = await ask('list_certificates', { bookingid: enrollmentId });
      const items = answer.certificates.map(read);
      return { items, total: items.length };
    },
    async uploadCertificate({ enrollmentId, file, validFrom, validUntil = '', consentTextVersion = '' }) {
      const added = await ask('add_certificate', {
        bookingid: enrollmentId,
        name: file.name,
        content: await base64(file),
        validfrom: validFrom,
        validuntil: validUntil,
        consent: consentTextVersion,
      });
      return read(added);
    },
    async removeCertificate(id) {
      await ask('remove_certificate', { id: Number(id) });
      addresses.delete(id);
    },
    async openCertificateFile(id) {
      const response = await fetch(addresses.get(id) ?? '', { credentials: 'same-origin' });
      if (response.ok) return response.blob();
      throw new kit.EnrollkitError('not-found', `The file of certificate ${id} was answered with ${response.status}`);
    },
  };
};

/** The bytes of a file as text, which is what an external function takes. */
const base64 = (file) =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
