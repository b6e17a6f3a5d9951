import { isUnknown } from '../model/truth.js'
import { parseArn } from '../model/arn.js'
import { holesOf, text, type Hole, type Text } from '../model/text.js'
import type { Filling, Use } from '../model/use.js'
import { hasWildcard, includes } from '../model/wildcard.js'
import { contextValues, neededActions } from './access.js'
import { fill, untoldPart } from './fill.js'
import type { Service, Support } from './service.js'

/** A condition to write: an operator, a key and the values of which one must match. */
export interface Demand {
  readonly operator: string
  readonly key: string
  readonly values: readonly Text[]
}

/** One statement of the smallest set that an integration needs. */
export interface MinimalStatement {
  /** What it is apart from the others for; empty for the first. */
  readonly part: '' | 'Grant' | 'Describe'
  readonly principal: { readonly element: 'Service' | 'AWS'; readonly text: Text }
  readonly actions: readonly string[]
  readonly demands: readonly Demand[]
}

/** What is known of the resource that the statements are for. */
export interface Occasion {
  readonly filling: Filling
  readonly destination: Use['destination']
  /** What may not stand in a statement, since the resource itself waits for the key. */
  readonly isCircular: (hole: Hole) => boolean
  /** Whether what is not known becomes a wildcard where the account is fixed; otherwise it stays to be filled in. */
  readonly wide: boolean
}

const isOfTheKey = ({ stands }: Hole): boolean => stands === 'account' || stands === 'region' || stands === 'partition'

const isNotTold = (hole: Hole): boolean => (hole.kind === 'untold' && !isOfTheKey(hole)) || hole.stands === 'name'

const namesAccount = (t: Text): boolean => {
  const arn = parseArn(t)
  return arn !== undefined && !isUnknown(arn) && arn.account.length > 0
}

/** Puts `*` in the place of what is not told, or something to fill in where that would leave the account open. */
const soften = (t: Text, { isCircular, wide }: Occasion): Text => {
  const isSoft = (part: string | Hole): part is Hole =>
    typeof part !== 'string' && (isNotTold(part) || isCircular(part))
  if (!t.some(isSoft)) return t
  const mayBeWide = wide && namesAccount(t)
  return text(
    ...t.map(part => {
      if (!isSoft(part)) return part
      if (mayBeWide) return '*'
      return part.kind === 'untold'
        ? part
        : { kind: 'untold' as const, name: `name of ${part.from?.address ?? part.name}` }
    }),
  )
}

const filled = (pattern: string, occasion: Occasion): Text =>
  soften(fill(pattern, occasion.filling, untoldPart), occasion)

/** The values without those that a pattern among them covers. */
const distinct = (values: readonly Text[]): readonly Text[] =>
  values.filter(
    (value, i) => !values.some((other, j) => i !== j && includes(other, value) && (j < i || !includes(value, other))),
  )

/** A condition on an ARN. One that is known only in part is compared as it stands: it is no pattern. */
export const arnDemand = (key: string, all: readonly Text[]): Demand => {
  const values = distinct(all)
  const isOpen = values.some(value => holesOf(value).some(hole => hole.kind !== 'untold' && !isOfTheKey(hole)))
  return { operator: values.some(hasWildcard) ? 'ArnLike' : isOpen ? 'StringEquals' : 'ArnEquals', key, values }
}

/** A condition on a text. */
export const textDemand = (key: string, all: readonly Text[]): Demand => {
  const values = distinct(all)
  return { operator: values.some(hasWildcard) ? 'StringLike' : 'StringEquals', key, values }
}

/** The condition on `aws:SourceArn` for an integration; undefined where the form of the ARN is not known, or is that of none. */
export const sourceArnDemand = ({ sourceArns }: Service, occasion: Occasion): Demand | undefined => {
  const arns = sourceArns.map(arn => filled(arn, occasion)).filter(arn => parseArn(arn) !== undefined)
  return arns.length === 0 ? undefined : arnDemand('aws:SourceArn', arns)
}

/** The condition on `aws:SourceAccount`. */
export const sourceAccountDemand = ({ filling: { Account } }: Occasion): Demand => ({
  operator: 'StringEquals',
  key: 'aws:SourceAccount',
  values: [Account ?? [untoldPart('Account')]],
})

/** The conditions on the source that AWS shows for an integration; where it shows none, those that are seen to work. */
export const sourceDemands = (service: Service, occasion: Occasion): readonly Demand[] => {
  const of = (support: Support): readonly Demand[] => [
    ...(service.sourceArn === support ? [sourceArnDemand(service, occasion) ?? []].flat() : []),
    ...(service.sourceAccount === support ? [sourceAccountDemand(occasion)] : []),
  ]
  const documented = of('documented')
  return documented.length > 0 ? documented : of('community')
}

/** The conditions on the encryption context that an integration is known to send; AWS's wider form where the source is pinned as well. */
export const contextDemands = (service: Service, occasion: Occasion, pinned: boolean): readonly Demand[] =>
  service.context.flatMap(({ key, values, condition }) => {
    if (values.length === 0 && condition === undefined) return []
    const exact = contextValues(values, occasion).map(value => soften(value, occasion))
    const wide = pinned || exact.length === 0 || exact.some(hasWildcard)
    const chosen = condition !== undefined && wide ? [filled(condition, occasion)] : exact
    return [textDemand(`kms:EncryptionContext:${key}`, chosen)]
  })

/** Whether all requests of an action pattern can carry an encryption context. */
export const carriesContext = (pattern: string): boolean =>
  neededActions(pattern).every(({ name, encryptionContext }) => encryptionContext && name !== 'RetireGrant')

const isGrant = (action: string): boolean => action === 'kms:CreateGrant'

const forAwsResource: Demand = { operator: 'Bool', key: 'kms:GrantIsForAWSResource', values: [['true']] }

const roleOfTheCaller = 'arn:${Partition}:iam::${Account}:role/${Role}'

/** Who is to be let in; undefined where that is nobody, or an account of AWS's own. */
const principalOf = (service: Service, occasion: Occasion): MinimalStatement['principal'] | undefined => {
  const [name] = service.principals
  switch (service.caller) {
    case 'service':
      return name === undefined ? undefined : { element: 'Service', text: fill(name, occasion.filling, untoldPart) }
    case 'service-linked-role':
      return name === undefined ? undefined : { element: 'AWS', text: fill(name, occasion.filling, untoldPart) }
    case 'role':
    case 'caller':
      return { element: 'AWS', text: fill(roleOfTheCaller, occasion.filling, untoldPart) }
    default:
      return undefined
  }
}

/** What keeps an identity to the service: only a caller's requests tell through which service they come. */
const throughService = ({ caller, via }: Service, occasion: Occasion): readonly Demand[] =>
  caller === 'caller' && via !== undefined ? [textDemand('kms:ViaService', [filled(via, occasion)])] : []

/**
 * The smallest statements with which an integration works: the required actions alone, with the conditions on the source that AWS
 * shows, and one on the encryption context where AWS's own statement has it or nothing else tells whom the service acts for.
 * None where a key policy cannot let it in.
 */
export const minimalStatements = (service: Service, occasion: Occasion): readonly MinimalStatement[] => {
  const principal = principalOf(service, occasion)
  if (principal === undefined) return []
  const isService = service.caller === 'service'
  const source = isService ? sourceDemands(service, occasion) : throughService(service, occasion)
  const wanted = service.contextInStatement || (isService && source.length === 0)
  const context = wanted ? contextDemands(service, occasion, isService && source.length > 0) : []
  const own = service.required.filter(action => !isGrant(action))
  const apart = context.length > 0 ? own.filter(action => !carriesContext(action)) : []
  const statements: MinimalStatement[] = [
    {
      part: '',
      principal,
      actions: own.filter(action => !apart.includes(action)),
      demands: [...source, ...context],
    },
    { part: 'Describe', principal, actions: apart, demands: source },
    {
      part: 'Grant',
      principal,
      actions: service.required.filter(isGrant),
      demands: [...source, ...context, forAwsResource],
    },
  ]
  return statements.filter(({ actions }) => actions.length > 0)
}
