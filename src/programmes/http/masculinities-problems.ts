import type { ProblemText } from '#service';
import { sharedProblems } from '../../shared-problems.js';

/** The words for what groups of men refuse. */
export const masculinitiesProblems: readonly ProblemText[] = [
  ...sharedProblems(
    'masculinities',
    'bad-code',
    'bad-day',
    'bad-district',
    'bad-name',
    'bad-number',
    'not-yet',
    'unknown-country',
  ),
  {
    code: 'masculinities/unknown',
    status: 404,
    es: { title: 'Ese grupo no existe', detail: 'Revise el enlace, o búsquelo en la lista de su institución.' },
    en: { title: 'No such group', detail: 'Check the link, or look for it in the list of your institution.' },
  },
  {
    code: 'masculinities/exists',
    status: 409,
    es: { title: 'El grupo ya está formado', detail: 'Vuelva a la lista y ábralo.' },
    en: { title: 'The group is formed already', detail: 'Go back to the list and open it.' },
  },
  {
    code: 'masculinities/closed',
    status: 409,
    es: { title: 'El grupo ya no se reúne', detail: 'No se le añade nada más.' },
    en: { title: 'The group meets no more', detail: 'Nothing more is added to it.' },
  },
  {
    code: 'masculinities/unknown-participant',
    status: 422,
    es: { title: 'Nadie del grupo tiene ese código', detail: 'Elija a alguien que está en el grupo.' },
    en: { title: 'Nobody of the group has this code', detail: 'Choose somebody who is in the group.' },
  },
];
