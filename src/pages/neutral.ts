/** Where "Salir ya" leads: a page nobody minds, the weather service of the country. */
export const neutralPage = 'https://www.senamhi.gob.pe/';
