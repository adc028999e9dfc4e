/** Whether a page offers somebody to keep the entry of an organization; whether they may, the policies say. */
export const mayKeep = (
  { role, institution }: { readonly role: string; readonly institution: string },
  organization: string,
): boolean => role === 'coordinator' || (['worker', 'supervisor'].includes(role) && institution === organization);
