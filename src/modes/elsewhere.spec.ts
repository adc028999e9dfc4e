import { routes } from '../people/routes.js';
import { placeOf } from './elsewhere.js';

/** A page of a row, with something in the place of every parameter. */
const pages = routes
  .map(({ route }) => route.split(' '))
  .filter(([method, path = '']) => method === 'GET' && !/^\/(?:api|fhir)\//.test(path))
  .map(([, path = '']) =>
    path
      .replace(':month', '2026-03')
      .replace(/:(\w+)/g, (_, name: string) => `una-${name}`)
      .replace(/\*+$/, ''),
  );

describe('where a page is', () => {
  it.each([
    ['report', '/mesa'],
    ['report', '/mesa?pais=PE'],
    ['report', '/mesa/comparar'],
    ['report', '/mesa/mesa-150112/2026-03?modo=sala'],
    ['report', '/api/boards/mesa-150112/reports/2026-03/report.json'],
    ['write', '/api/boards/mesa-150112/editions/2026-03/1/board/report.json'],
    ['audit', '/auditoria/case/1'],
    ['audit', '/auditoria/colas'],
    ['write', '/auditoria/mes?mesa=mesa-150112'],
    ['write', '/auditoria/desenmascarar'],
    [undefined, '/api/audit/months/mesa-150112/2026-03'],
    ['audit', '/api/audit/case/1'],
    ['write', '/'],
    ['write', '/mesa/mesa-150112/sesion'],
    ['write', '/casos/1?nuevo'],
    ['write', '/ediciones/mesa-150112/2026-03'],
    [undefined, '/health/ready'],
    [undefined, '/entrar'],
    [undefined, '/.well-known/jwks.json'],
    [undefined, '/api/cases'],
  ])('%s has %s', (service, url) => {
    expect(placeOf(url)).toBe(service);
  });

  it('is known of every page there is: reports and audits are apart, what else people open is where commands are taken', () => {
    expect(pages.length).toBeGreaterThan(40);
    const apart = pages.filter((page) => placeOf(page) !== 'write');
    const known =
      /^\/(?:mesa(?:$|\/comparar|\/una-board\/2026-03$)|auditoria|health|metrics|problemas|entrar|salir|\.well-known)/;
    expect(apart.filter((page) => !known.test(page))).toEqual([]);
  });
});
