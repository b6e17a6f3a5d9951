import type { Service, Support } from '../knowledge/service.js'
import { markdownTable } from './table.js'

const code = (text: string): string => `\`${text}\``
const codes = (texts: readonly string[]): string => texts.map(code).join('<br>')

const supportWords: Readonly<Record<Support, string>> = {
  documented: 'yes',
  undocumented: 'not shown',
  unsupported: '**no: breaks it**',
  community: 'works, not shown',
}

const actionsOf = ({ required, optional }: Service): string =>
  [codes(required), ...optional.map(({ actions, why }) => `${codes(actions)} (${why})`)]
    .filter(part => part !== '')
    .join('<br>')

const sourceOf = ({ sourceArn, sourceAccount, sourceArns }: Service): string =>
  [`ARN: ${supportWords[sourceArn]}`, `account: ${supportWords[sourceAccount]}`, codes(sourceArns)]
    .filter(part => part !== '')
    .join('<br>')

const contextOf = ({ context }: Service): string =>
  context
    .map(({ key, values }) => (values[0] === undefined ? code(key) : `${code(key)} = ${codes(values)}`))
    .join('<br>')

const nameOf = ({ id, name, confidence }: Service): string =>
  `<a id="${id}"></a>${name}<br>${code(id)}${confidence === 'memory' ? '<br>*from memory*' : ''}`

const failureOf = ({ failure: { phase, effect } }: Service): string =>
  phase === 'none' ? effect : `${phase}: ${effect}`

const notesOf = (services: readonly Service[]): string =>
  services
    .map(({ id, name, notes, sources }) =>
      [`### ${name}`, code(id), ...notes.map(note => `- ${note}`), ...sources.map(url => `- <${url}>`)].join('\n\n'),
    )
    .join('\n\n')
    .replace(/\n\n(?=- )/g, '\n')
    .replace(/`\n- /g, '`\n\n- ')

/** `docs/services.md`: what each AWS service needs from a key policy. */
export const servicesPage = (all: readonly Service[]): string => {
  const services = all.toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const by = (...callers: readonly Service['caller'][]) => services.filter(({ caller }) => callers.includes(caller))
  const inPolicy = by('service', 'service-linked-role').map(service => [
    nameOf(service),
    codes([...service.principals, ...service.optInPrincipals]),
    actionsOf(service),
    sourceOf(service),
    contextOf(service),
    failureOf(service),
  ])
  const throughCaller = by('caller', 'role', 'account').map(service => [
    nameOf(service),
    service.caller,
    service.via === undefined ? '' : code(service.via),
    actionsOf(service),
    contextOf(service),
    failureOf(service),
  ])
  const none = by('none').map(service => [nameOf(service), codes(service.principals), failureOf(service)])
  return [
    '<!-- Written by scripts/generate-docs.mjs from policies/services. -->',
    '# What AWS services need from a key policy',
    `${services.length} integrations, each a file in [policies/services](../policies/services), with its sources at the end of this page. In patterns, \`\${Region}\` and \`\${Account}\` are those of the key, \`\${Name}\` is the resource that uses it and \`\${Destination}\` the ARN of the topic, queue or bucket that is delivered into. \`keyward explain <id>\` prints the statement for one.`,
    '## Let in by the key policy alone',
    'A service principal and a service-linked role get nothing from IAM policies: without a statement they have no access. *Source* tells whether AWS documents `aws:SourceArn` and `aws:SourceAccount` for the integration.',
    markdownTable(['integration', 'principal', 'actions', 'source', 'encryption context', 'without it'], inPolicy),
    '## As the caller, or as a role of yours',
    'These need no statement where the key policy delegates to IAM through the account root and the identity has the actions. `kms:ViaService` is set where the service passes the request of its caller on.',
    markdownTable(
      ['integration', 'who calls', 'kms:ViaService', 'actions', 'encryption context', 'without it'],
      throughCaller,
    ),
    '## Not with a customer managed key',
    markdownTable(['integration', 'principal', 'what happens'], none),
    '## Notes and sources',
    notesOf(services),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n')
}
