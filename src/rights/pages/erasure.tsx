import type { VNode } from 'preact';
import { Back, Button, Facts, Notice, Select, Send } from '../../pages/parts.js';
import { erasureGrounds, rightsReasons } from '../../protocol/index.js';
import type { InclusionView } from '../http/rights-answers.dto.js';
import type { Certificate, ErasureCard } from '../views/erasures.js';
import { placeOf } from './certificate.js';
import { dayOf, kindsOf, named, optionsOf, purgedFrom, short } from './labels.js';
import { say } from './words.js';

export interface ErasureProps {
  readonly erasure: ErasureCard;
  readonly viewer: string;
  readonly officer: boolean;
  readonly newKey: () => string;
  /** That the certificate stands in the signed record, once a checkpoint covers it. */
  readonly proof: InclusionView | undefined;
}

/** An erasure: how it stands, the decision on it, and in the end its certificate. */
export function ErasurePage(props: ErasureProps): VNode {
  const { erasure } = props;
  const { person, country, categories, ground, askedAt, askedBy, decidedAt, decidedBy, reason } = erasure;
  const { status, certificate, heldUp } = erasure;
  const going = !['asked', 'refused', 'certified'].includes(status);
  return (
    <article>
      <Back href={`/derechos/personas/${person}`} />
      <h1>{say(certificate === undefined ? 'erasure.title' : 'certificate.title')}</h1>
      <Facts
        rows={[
          [say('erasure.person'), <code>{person}</code>],
          [say('erasure.what'), kindsOf(categories)],
          [say('erasure.ground'), named(erasureGrounds, ground)],
          [say('erasure.asked'), say('erasure.by', { day: dayOf(country, askedAt), who: askedBy })],
          ...(decidedAt === undefined || decidedBy === undefined
            ? []
            : [
                [
                  say('erasure.decided'),
                  say('erasure.by', { day: dayOf(country, decidedAt), who: decidedBy }),
                ] as const,
              ]),
          ...(reason === undefined ? [] : [[say('erasure.refusedFor'), named(rightsReasons, reason)] as const]),
        ]}
      />
      {status === 'asked' && <Decide {...props} />}
      {heldUp && (
        <Notice title={say('erasure.heldUp')}>
          <p>{say('erasure.heldUp.what', { step: say(`step.${heldUp.step}`) })}</p>
        </Notice>
      )}
      {going && heldUp === undefined && (
        <Notice title={say('erasure.going')}>
          <p>{say('erasure.going.what')}</p>
        </Notice>
      )}
      {certificate && <CertificatePart erasure={erasure} certificate={certificate} proof={props.proof} />}
    </article>
  );
}

function Decide({ erasure, viewer, officer, newKey }: ErasureProps): VNode {
  const { id, holds, askedBy } = erasure;
  const at = `/derechos/supresiones/${id}`;
  return (
    <section>
      <h2>{say('erasure.decide')}</h2>
      {holds && (
        <p>
          {say('erasure.held')} {say('erasure.held.lift')}
        </p>
      )}
      {askedBy === viewer && <p>{say('erasure.own')}</p>}
      {officer && askedBy !== viewer && (
        <>
          <p>{say('erasure.decide.warn')}</p>
          <Send action={`${at}/aprobacion`} commandKey={newKey()}>
            <Button kind={holds ? 'quiet' : 'main'}>{say('erasure.approve')}</Button>
          </Send>
          <details class="drop">
            <summary class="button quiet">{say('erasure.refuse')}</summary>
            <Send action={`${at}/rechazo`} commandKey={newKey()}>
              <Select name="reason" label={say('erasure.refuse.why')} options={optionsOf(rightsReasons)} />
              <Button kind="quiet">{say('erasure.refuse')}</Button>
            </Send>
          </details>
        </>
      )}
    </section>
  );
}

function CertificatePart(props: {
  readonly erasure: ErasureCard;
  readonly certificate: Certificate;
  readonly proof: InclusionView | undefined;
}): VNode {
  const { erasure, certificate, proof } = props;
  const { country, id } = erasure;
  const { at, keys, backupDays, gonePast, event } = certificate;
  return (
    <>
      <Facts
        rows={[
          [say('certificate.at'), dayOf(country, at)],
          [say('certificate.keys'), String(keys)],
          [say('certificate.places'), purgedFrom(certificate.places).join('; ')],
          [say('certificate.event'), short(event)],
          [
            say('certificate.proof'),
            proof ? say('certificate.proof.of', placeOf(proof)) : say('certificate.proof.none'),
          ],
        ]}
      />
      <h2>{say('certificate.now')}</h2>
      <p>{say('certificate.now.what')}</p>
      <h2>{say('certificate.later')}</h2>
      <p>{say('certificate.later.what', { days: backupDays, day: dayOf(country, gonePast) })}</p>
      <h2>{say('certificate.stays')}</h2>
      <p>{say('certificate.stays.what')}</p>
      <p class="hint">{say('certificate.limits')}</p>
      <p class="ways">
        <a href={`/derechos/supresiones/${id}/constancia.pdf`}>{say('certificate.pdf')}</a>
        {' · '}
        <a href={`/api/rights/erasures/${id}/certificate`}>{say('certificate.json')}</a>
      </p>
    </>
  );
}
