import { KmsUnavailable, LocalKms, newSecrets, type Secrets } from '../../kms.js';

/** Keeps the secrets in memory, and can be told to be down: for tests, and for trying things out. */
export class MemoryKms extends LocalKms {
  #secrets = newSecrets();
  /** While it is, every call fails. */
  isDown = false;

  protected override get secrets(): Secrets {
    if (this.isDown) throw new KmsUnavailable();
    return this.#secrets;
  }

  protected override keep(secrets: Secrets): void {
    this.#secrets = secrets;
  }
}
