import type { ErasureCard } from '../views/erasures.js';
import type { HoldCard } from '../views/holds.js';
import type { CertificateView, ErasureView, HoldView } from './rights.dto.js';

export const holdView = ({ id, institution, norm, since, lifted }: HoldCard): HoldView => ({
  ...{ id, institution, norm, since },
  ...(lifted === undefined ? {} : { liftedAt: lifted.at }),
});

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

/** Undefined while it is not certified. */
export function certificateView({
  id,
  person,
  country,
  categories,
  certificate,
}: ErasureCard): CertificateView | undefined {
  if (certificate === undefined) return undefined;
  const { at, keys, places, backupDays, gonePast, event, position } = certificate;
  return {
    ...{ erasure: id, person, country, certifiedAt: at, keys, purged: places, backupDays, gonePast, event, position },
    ...(categories === undefined ? {} : { categories }),
  };
}
