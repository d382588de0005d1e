import type {
  Actor,
  AuditEntry,
  Backend,
  Certificate,
  Certification,
  Enrollment,
  FullBackend,
  Store,
  StoredProduct,
} from '@enrollkit/core';
import { Heard } from './heard.js';
import { draftFor, newEnrollment, newProduct } from './records.js';

/** One place where records live, for one case. Nothing in it is shared with other cases. */
export interface World<Host extends Backend = Backend> {
  /** A backend on these records for this actor. */
  as(actor: Actor): Host;
  /** Whether the bytes are stored. */
  hasFile(sha256: string): Promise<boolean>;
  /** Closes everything and opens it again, as after a reload. */
  reopen(): Promise<void>;
  dispose(): Promise<void>;
  /** Whether two providers may each have a record under the same id. Else the second is told that the id is taken. */
  readonly idsArePerProvider?: boolean;
}

/** What a world is given to work with. */
export interface WorldParts {
  readonly clock: () => string;
  readonly ids: () => string;
}

/** One whose use cases run here: with a look at the store itself. */
export interface FullWorld extends World<FullBackend> {
  readonly store: (actor: Actor) => Store;
  /** The audit trail, oldest first. */
  readonly trail: () => Promise<readonly AuditEntry[]>;
}

export type MakeFullWorld = (parts: WorldParts) => Promise<FullWorld>;

export type MakeWorld<Host extends Backend = Backend> = (parts: WorldParts) => Promise<World<Host>>;

export interface ContractCase<Host extends Backend = Backend> {
  /** A sentence that a user could check. */
  readonly title: string;
  readonly run: (scene: Scene<Host>) => Promise<void>;
}

/** A case for a backend that has it all. */
export type FullCase = ContractCase<FullBackend>;

export const PROVIDER: Actor = { id: 'p.devries', role: 'provider' };

/** A world with a clock, and a provider in it. */
export class Scene<Host extends Backend = Backend> {
  readonly world: World<Host>;
  readonly #clock: { now: string };

  private constructor(world: World<Host>, clock: { now: string }) {
    this.world = world;
    this.#clock = clock;
  }

  static async open<Host extends Backend>(makeWorld: MakeWorld<Host>): Promise<Scene<Host>> {
    const clock = { now: '2026-08-20T10:00:00.000Z' };
    let count = 0;
    const ids = () => `id-${String((count += 1)).padStart(6, '0')}`;
    return new Scene(await makeWorld({ clock: () => clock.now, ids }), clock);
  }

  get now(): string {
    return this.#clock.now;
  }

  set now(moment: string) {
    this.#clock.now = moment;
  }

  get provider(): Host {
    return this.world.as(PROVIDER);
  }

  as(actor: Actor): Host {
    return this.world.as(actor);
  }

  /** Listens as this actor, to what happens from now on. */
  listen(actor: Actor): Promise<Heard> {
    return Heard.from(this.world, actor);
  }

  /** An enrollment from 24 August to 12 September 2026, with product and certification. */
  async course(backend: Backend = this.provider): Promise<{
    readonly enrollment: Enrollment;
    readonly product: StoredProduct;
    readonly certification: Certification;
  }> {
    const certification = await backend.createCertification({ name: 'PRINCE2 Foundation', requiresValidUntil: false });
    const { id } = await backend.putProduct(newProduct(`course of ${certification.id}`));
    const product = await backend.linkCertifications(id, [certification.id]);
    const enrollment = await backend.createEnrollment({ ...newEnrollment(), productId: id });
    return { enrollment, product, certification };
  }

  /** A course with one certificate uploaded. */
  async certified(backend: Backend = this.provider): Promise<{
    readonly enrollment: Enrollment;
    readonly certification: Certification;
    readonly certificate: Certificate;
  }> {
    const { enrollment, certification } = await this.course(backend);
    const certificate = await backend.uploadCertificate(draftFor(enrollment, certification));
    return { enrollment, certification, certificate };
  }
}
