import { proofText } from '#ledger';
import type { Platform } from '../../platform.js';
import type { KeptFile } from '../../questions.js';
import type { ErasureCard } from '../views/erasures.js';
import type { HoldCard } from '../views/holds.js';
import type { CertificateView, ErasureView, HoldView, InclusionView, KeptFileView } from './rights-answers.dto.js';

export const holdView = ({ id, institution, norm, since, lifted }: HoldCard): HoldView => ({
  ...{ id, institution, norm, since },
  ...(lifted === undefined ? {} : { liftedAt: lifted.at }),
});

export const fileView = ({ kind, keeper, open }: KeptFile): KeptFileView => ({ kind, keeper, open });

/** An erasure without who asked and who decided: codes of people stay in the record. */
export function erasureView({
  askedBy: _,
  decidedBy: __,
  certificate: ___,
  request: ____,
  ...card
}: ErasureCard): ErasureView {
  return card;
}

/** That the certifying event is in the signed record; undefined while no checkpoint covers it, or none is known here. */
export function inclusionOf({ ledger }: Pick<Platform, 'ledger'>, event: string): InclusionView | undefined {
  const reader = ledger?.events.reader;
  const proof = reader?.proofOf(event);
  const leaf = proof && reader?.leaf(proof.index)?.text;
  if (proof === undefined || leaf === undefined) return undefined;
  return { index: proof.index, size: proof.checkpoint.size, leaf, file: proofText(proof) };
}

/** Undefined while it is not certified. */
export function certificateView(
  platform: Pick<Platform, 'ledger'>,
  { id, person, country, categories, certificate }: ErasureCard,
): CertificateView | undefined {
  if (certificate === undefined) return undefined;
  const { at, keys, places, backupDays, gonePast, event, position } = certificate;
  const proof = inclusionOf(platform, event);
  return {
    ...{ erasure: id, person, country, certifiedAt: at, keys, purged: places, backupDays, gonePast, event, position },
    ...(categories === undefined ? {} : { categories }),
    ...(proof === undefined ? {} : { proof }),
  };
}
