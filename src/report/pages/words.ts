import { formatDate } from '#service';
import { localeNow } from '../../country.js';

/** What the board's pages say around the report. */
export const boardWords = {
  boards: 'Mesas e instancias',
  none: 'No hay ninguna mesa cuyo informe le corresponda ver.',
  report: (month: string) => `Informe de ${month}`,
  earlier: 'Meses anteriores',
  around: 'Otros meses y archivos',
  files: 'Archivos',
  editions: 'Ediciones de este mes',
  ofBoard: 'De esta mesa',
  session: 'Sesión',
  agreements: 'Acuerdos',
  plan: 'Plan',
  room: 'Modo sala',
  desk: 'Salir del modo sala',
  turning: 'Secciones',
  before: 'Anterior',
  next: 'Siguiente',
  place: (place: number, of: number) => `Sección ${place} de ${of}`,
} as const;

/** `octubre de 2025`. */
export const monthName = (month: string): string =>
  formatDate(`${month}-15`, localeNow(), { month: 'long', year: 'numeric' });
