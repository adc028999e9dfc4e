import type { VNode } from 'preact';
import { label } from '../../pages/labels.js';
import { Back, Tag } from '../../pages/parts.js';
import { dayName } from '../../pages/time.js';
import type { ShownAssembly } from '../http/assembly-desk.js';
import { say } from './community-words.js';

/** The acts of assemblies, the latest first, each with what became of what it asked for. */
export function AssembliesPage(props: {
  readonly assemblies: readonly ShownAssembly[];
  readonly name: (code: string) => string;
}): VNode {
  const { assemblies, name } = props;
  return (
    <>
      <Back href="/comunidades" />
      <h1>{say('assemblies.title')}</h1>
      {assemblies.length === 0 && <p class="empty">{say('assemblies.none')}</p>}
      <ul class="rows">
        {assemblies.map(({ id, on, community, languages, attended, agreements }) => (
          <li key={id}>
            <p>
              {say('assembly.line', {
                ...{
                  day: dayName(on),
                  community: name(community),
                  women: attended['F'] ?? 0,
                  men: attended['M'] ?? 0,
                },
                languages: languages.map((code) => label('motherTongues', code).toLowerCase()).join(', '),
              })}
            </p>
            {agreements.length > 0 && (
              <>
                <p>{say('assembly.heard')}</p>
                <ul>
                  {agreements.map(({ id: agreement, text, due, status }) => (
                    <li key={agreement}>
                      {text} <Tag tone={status === 'done' ? 'good' : 'plain'}>{say(`agreement.${status}`)}</Tag>{' '}
                      {say('assembly.due', { day: dayName(due) })}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
