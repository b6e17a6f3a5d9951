import type { Catalogue } from './knowledge/catalogue.js'
import { minimalStatements } from './knowledge/minimal-statement.js'
import type { Service } from './knowledge/service.js'
import { enumerate } from './rules/template.js'
import { draftOfMinimal } from './rules/suggestion/draft.js'
import { renderDrafts } from './rules/suggestion/render.js'
import { sidFor } from './rules/suggestion/sid.js'
import { consequenceOf } from './rules/words/use.js'

/** Whether the name of a service, as it stands in its principal, is the word: `cloudtrail` of `cloudtrail.amazonaws.com`. */
const isOf = (word: string, { principals }: Service): boolean =>
  principals.some(
    principal =>
      [principal, principal.split('.')[0]].includes(word) ||
      principal.includes(`/${word}.`) ||
      principal.includes(`/${word}/`),
  )

/** What resources of Terraform or CloudFormation are known to do comes first. */
const commonFirst = (services: readonly Service[]): readonly Service[] =>
  services.toSorted((a, b) => Number(b.uses.length > 0) - Number(a.uses.length > 0))

/**
 * The integrations that a word means: the one of that id, else those of the service principal, else those of the service whose ids
 * begin with it.
 */
export const servicesNamed = (word: string, catalogue: Catalogue): readonly Service[] => {
  const exact = catalogue.service(word)
  if (exact) return [exact]
  const byPrincipal = word.includes('.') ? catalogue.ofPrincipal([word]) : []
  if (byPrincipal.length > 0) return commonFirst(byPrincipal)
  return commonFirst(catalogue.services.filter(service => service.id.startsWith(`${word}-`) || isOf(word, service)))
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '  ')

const callerOf = ({ caller, principals, optInPrincipals, via }: Service): string => {
  const names = principals.join(' or ')
  switch (caller) {
    case 'service': {
      const elsewhere = optInPrincipals.length === 0 ? '' : `, in opt-in Regions ${optInPrincipals.join(' or ')},`
      return `${names}${elsewhere} calls KMS; only the key policy can let it in`
    }
    case 'service-linked-role':
      return `the service-linked role ${names} calls KMS; only the key policy can let it in`
    case 'role':
      return 'a role of yours calls KMS; the key policy can let it in, or IAM where the key policy delegates to it'
    case 'caller': {
      const through = via === undefined ? '' : `, with kms:ViaService ${via}`
      return `whoever uses the service calls KMS${through}; the key policy can let them in, or IAM where the key policy delegates to it`
    }
    case 'account':
      return "an account of AWS's own calls KMS"
    case 'none':
      return 'nobody calls KMS: a customer managed key cannot be used'
  }
}

const needsOf = ({ required, optional }: Service): readonly string[] => [
  ...(required.length > 0 ? [`it needs ${enumerate(required)}`] : []),
  ...optional.map(({ actions, why }) => `it may need ${enumerate(actions)}: ${why}`),
]

/** The smallest statements as JSON, with words in angle brackets for what is to be filled in. */
const statementsOf = (service: Service): string => {
  const occasion = { filling: { Partition: ['aws'] }, destination: undefined, isCircular: () => false, wide: false }
  const sid = sidFor(service.id, '')
  const drafts = minimalStatements(service, occasion).map(one => draftOfMinimal(one, [`${sid}${one.part}`]))
  return renderDrafts(drafts, 'json')
}

/** Says what one integration needs: who calls, which actions, the smallest statements, what fails without them. */
export const explainService = (service: Service): string => {
  const { id, name, confidence, failure, notes, sources } = service
  const statements = statementsOf(service)
  return [
    `${id}${confidence === 'memory' ? ' (from memory, not from the documentation)' : ''}\n${name}`,
    [callerOf(service), ...needsOf(service)].join('\n'),
    ...(statements === '' ? [] : [`the smallest that works:\n${indented(statements)}`]),
    failure.phase === 'none' ? failure.effect : `without it ${consequenceOf(service)}`,
    ...(notes.length > 0 ? [notes.map(note => `- ${note}`).join('\n')] : []),
    ...(sources.length > 0 ? [sources.join('\n')] : []),
  ].join('\n\n')
}
