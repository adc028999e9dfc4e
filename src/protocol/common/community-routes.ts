/** Kinds of institutions that volunteers of a community are: each is a door a case comes in by, under the same code. */
export const communityKinds = ['COMMUNITY_DEFENDER', 'RONDA', 'NATIVE_COMMUNITY'] as const;
export type CommunityKind = (typeof communityKinds)[number];

/** What an institution is asked for by somebody who knows no list of purposes, by its kind; general knowledge. */
const purposes: Readonly<Record<string, string>> = {
  POLICE: 'COMPLAINT',
  POLICE_FAMILY: 'COMPLAINT',
  POLICE_SPECIAL: 'COMPLAINT',
  PROSECUTOR_CRIMINAL: 'CRIMINAL_INVESTIGATION',
  PROSECUTOR_FAMILY: 'CHILD_PROTECTION',
  PROSECUTOR: 'CRIMINAL_INVESTIGATION',
  FAMILY_COURT: 'PROTECTION_MEASURES',
  JUSTICE_OF_PEACE: 'PROTECTION_MEASURES',
  JUSTICE_OF_PEACE_LEGAL: 'PROTECTION_MEASURES',
  HEALTH: 'MEDICAL_CARE',
  DEMUNA: 'CHILD_PROTECTION',
  DNA: 'CHILD_PROTECTION',
  UPE: 'CHILD_PROTECTION',
  PUBLIC_DEFENCE: 'LEGAL_AID',
  COMMUNITY_DEFENDER: 'COMMUNITY_ACCOMPANIMENT',
  LABOUR_INSPECTION: 'LABOUR_HARASSMENT',
  HRT: 'SHELTER',
};

/** What a hand-over to an institution of this kind is for, where nobody says more. */
export const purposeFor = (kind: string): string => purposes[kind] ?? 'SOCIAL_CARE';

/** Kinds of institutions that answer alerts of communities and schools. */
export const alertReceivers: readonly string[] = [
  ...['DEMUNA', 'POLICE', 'POLICE_FAMILY', 'PROSECUTOR_CRIMINAL', 'PROSECUTOR_FAMILY', 'UPE', 'MUNICIPALITY'],
  ...['DNA', 'POLICE_SPECIAL', 'PROSECUTOR'],
];
