import { type Code, code, factCatalogue, publish, type PublicName, publicName } from '#publishing';
import { directoryEvents } from '../domain/events.js';

/** What others are told of the directory: public names and codes. */
export type DirectoryFacts = {
  'OrganizationRegistered.v1': { organization: Code; name: PublicName; kind: Code; country: Code; district: Code };
  /** What it is called from a day on: names of earlier months stay what they were. */
  'OrganizationRenamed.v1': { organization: Code; name: PublicName; from: Code };
  'ServiceOffered.v1': { organization: Code; service: Code; kind: Code; name: PublicName; confidential: boolean };
  'ServiceStatusChanged.v1': {
    organization: Code;
    service: Code;
    status: 'active' | 'inactive' | 'temporarily-closed' | 'defunct';
    /** Days, both included; absent: from then on, until it is told anew. */
    from?: Code;
    until?: Code;
  };
};

export const directoryFacts = factCatalogue<DirectoryFacts>({
  'OrganizationRegistered.v1': true,
  'OrganizationRenamed.v1': true,
  'ServiceOffered.v1': true,
  'ServiceStatusChanged.v1': true,
});

type Status = DirectoryFacts['ServiceStatusChanged.v1']['status'];
const statuses: readonly Status[] = ['active', 'inactive', 'temporarily-closed', 'defunct'];

/** The compiler knows no other; what was stored is looked at all the same, so that no free text is told. */
function statusOf(status: Status): Status {
  if (!statuses.includes(status)) throw new Error('not a status');
  return status;
}

/** A stream is `organization-<code>`. */
const organizationOf = (stream: string): Code => code(stream.slice('organization-'.length));

export const directoryPublication = publish(directoryEvents, directoryFacts, {
  OrganizationRegistered: ({ data }) => ({
    type: 'OrganizationRegistered.v1',
    data: {
      organization: code(data.organization),
      name: publicName(data.name),
      kind: code(data.kind),
      country: code(data.country),
      district: code(data.district),
    },
  }),
  OrganizationRenamed: ({ stream, data }) => ({
    type: 'OrganizationRenamed.v1',
    data: { organization: organizationOf(stream), name: publicName(data.name), from: code(data.from) },
  }),
  ServiceOffered: ({ stream, data }) => ({
    type: 'ServiceOffered.v1',
    data: {
      organization: organizationOf(stream),
      service: code(data.service),
      kind: code(data.kind),
      name: publicName(data.name),
      confidential: data.confidential === true,
    },
  }),
  ServiceStatusChanged: ({ stream, data }) => ({
    type: 'ServiceStatusChanged.v1',
    data: {
      organization: organizationOf(stream),
      service: code(data.service),
      status: statusOf(data.status),
      ...(data.from === undefined ? {} : { from: code(data.from) }),
      ...(data.until === undefined ? {} : { until: code(data.until) }),
    },
  }),
});
