/** The norm by which an erasure waits, by country and code of `holdNorms`. None of it was checked against its text. */
interface HoldNorm {
  readonly norm: string;
  readonly legalRef: string;
  readonly source: string;
  readonly verified: boolean;
}

const unread = { source: 'General knowledge; the text of the norm was not read.', verified: false } as const;

export const holdNormRows: Readonly<Record<string, Readonly<Record<string, HoldNorm>>>> = {
  PE: {
    CRIMINAL_CASE: {
      norm: 'Ley 29733',
      legalRef: 'art. 27 (límites: investigaciones y obligaciones legales)',
      ...unread,
    },
    PROTECTION_MEASURES: { norm: 'Ley 30364', legalRef: 'arts. 22 y 23 (vigencia de las medidas)', ...unread },
    COURT_ORDER: { norm: 'Mandato judicial', legalRef: 'el número consta en el expediente', ...unread },
    CONTROL: { norm: 'Ley 27785', legalRef: 'acceso de los órganos de control', ...unread },
  },
  BO: {
    CRIMINAL_CASE: {
      norm: 'Ley 348 y Código de Procedimiento Penal',
      legalRef: 'conservación de antecedentes',
      ...unread,
    },
    PROTECTION_MEASURES: { norm: 'Ley 348', legalRef: 'art. 35 (medidas de protección)', ...unread },
    COURT_ORDER: { norm: 'Orden judicial', legalRef: 'el número consta en el expediente', ...unread },
    CONTROL: { norm: 'Ley 1178', legalRef: 'control gubernamental', ...unread },
  },
};
