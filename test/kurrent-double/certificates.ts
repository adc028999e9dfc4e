import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificates {
  /** The file of the authority that signed the certificate. */
  readonly authority: string;
  readonly certificate: string;
  readonly key: string;
  readonly remove: () => void;
}

/** A certificate for 127.0.0.1, signed by an authority that nobody knows. Made by `openssl`, valid for a day. */
export function newCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'kurrent-double-'));
  const file = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...newKey, '-days', '1', '-subj', '/CN=authority', '-keyout', 'ca.key', '-out', 'ca.pem');
  openssl('req', ...newKey, '-subj', '/CN=node', '-keyout', 'node.key', '-out', 'node.csr');
  writeFileSync(file('names'), 'subjectAltName=IP:127.0.0.1\n');
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names', '-days', '1'];
  openssl('x509', '-req', '-in', 'node.csr', ...signed, '-out', 'node.pem');
  return {
    authority: file('ca.pem'),
    certificate: readFileSync(file('node.pem'), 'utf8'),
    key: readFileSync(file('node.key'), 'utf8'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
