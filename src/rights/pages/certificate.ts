import type { ReportDocument, Section, Words } from '#document';
import { base64, parseProof } from '#ledger';
import { localDate } from '#terms';
import { erasureGrounds, jurisdiction, zoneOf } from '../../protocol/index.js';
import type { InclusionView } from '../http/rights-answers.dto.js';
import type { Certificate, ErasureCard } from '../views/erasures.js';
import { dayOf, kindsOf, named, purgedFrom } from './labels.js';
import { say } from './words.js';

/** The place of a proved event, as people count: the first one is number 1. */
export const placeOf = ({ index, size }: InclusionView) => ({ number: index + 1, size });

/** The certificate on paper: what the page says of it, with the root that the proof leads to. */
export function certificateDocument(
  { id, person, country, categories, ground }: ErasureCard,
  { at, keys, backupDays, gonePast, event, places }: Certificate,
  proof: InclusionView | undefined,
): ReportDocument {
  const section = (name: 'now' | 'later' | 'stays', text: string): Section => ({
    id: name,
    title: say(`certificate.${name}`),
    blocks: [{ kind: 'paragraph', text }],
  });
  return {
    id: `constancia-${id}`,
    lang: 'es',
    locale: jurisdiction(country).locale,
    title: say('certificate.title'),
    subtitle: kindsOf(categories),
    issuedOn: localDate(at, zoneOf(country)),
    meta: [
      { label: say('erasure.person'), value: person },
      { label: say('erasure.ground'), value: named(erasureGrounds, ground) },
      { label: say('certificate.at'), value: dayOf(country, at) },
      { label: say('certificate.keys'), value: String(keys) },
      { label: say('certificate.places'), value: purgedFrom(places).join('; ') },
      { label: say('certificate.event'), value: event },
    ],
    classification: say('certificate.classification'),
    sections: [
      section('now', say('certificate.now.what')),
      section('later', say('certificate.later.what', { days: backupDays, day: dayOf(country, gonePast) })),
      section('stays', say('certificate.stays.what')),
      { id: 'proof', title: say('certificate.proof'), blocks: proofBlocks(proof) },
      {
        id: 'limits',
        title: say('certificate.limits.title'),
        blocks: [{ kind: 'note', tone: 'warning', text: say('certificate.limits') }],
      },
    ],
    footer: { owner: say('certificate.owner'), period: dayOf(country, at), code: id },
    words,
  };
}

function proofBlocks(proof: InclusionView | undefined): Section['blocks'] {
  if (proof === undefined) return [{ kind: 'paragraph', text: say('certificate.proof.none') }];
  const { origin, size, root } = parseProof(proof.file).checkpoint;
  return [
    { kind: 'paragraph', text: say('certificate.proof.of', placeOf(proof)) },
    { kind: 'list', items: [{ text: `${origin} · ${size}` }, { text: base64(root) }] },
  ];
}

/** What renderers say by themselves; a certificate has no table and no figure. */
const words: Words = {
  hidden: say('paper.hidden'),
  unmeasured: say('paper.unmeasured'),
  showTable: say('paper.table'),
  annex: say('paper.table'),
  contents: say('paper.contents'),
  page: say('paper.page', { page: '{page}', pages: '{pages}' }),
  readme: say('paper.contents'),
  sheet: say('paper.table'),
  section: say('paper.section'),
  table: say('paper.table'),
  numerator: say('paper.numerator'),
  denominator: say('paper.denominator'),
  low: say('paper.low'),
  high: say('paper.high'),
};
