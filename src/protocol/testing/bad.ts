/** What may be told to nobody as a name: the publication would stop at it. */
export const badNames: readonly string[] = [
  '',
  ' ',
  'a'.repeat(161),
  'dos\nlíneas',
  'dos\rlíneas',
  'dos\u2028líneas',
  'con\ttabulador',
  'cem@example.pe',
  'CEM, llame al 9876543',
];

/** What is no code. */
export const badCodes: readonly string[] = ['', '-cem', 'un cem', 'peñón', 'cem\n', 'a'.repeat(81), '../cem'];
