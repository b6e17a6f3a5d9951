import { isAccountId, parseArn, type Arn } from './arn.js'
import type { Location } from './location.js'
import { holesOf, literal, revealed, text, type Text } from './text.js'
import { isUnknown, Unknown, type Known } from './truth.js'
import { hasWildcard, matches } from './wildcard.js'

/**
 * What a principal is. `wildcard` is an ARN or account with a wildcard inside, which never matches;
 * `unsupported` is a kind that key policies do not take (an IAM group, a canonical user, a federated provider).
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export type PrincipalKind =
  | 'any'
  | 'account-root'
  | 'role'
  | 'service-linked-role'
  | 'user'
  | 'assumed-role'
  | 'federated-user'
  | 'service'
  | 'unique-id'
  | 'wildcard'
  | 'unsupported'
  | 'malformed'

/** One entry of a Principal or NotPrincipal element. */
export interface Principal {
  /** The member it stands under: `AWS`, `Service`, ...; `*` for the bare wildcard. */
  readonly element: string
  readonly text: Text
  readonly kind: Known<PrincipalKind>
  /** The account it belongs to, for the kinds that have one. */
  readonly account: Text | undefined
  readonly location: Location
}

const uniqueId = /^(AIDA|AROA|AGPA|AIPA|ANPA|ANVA|ASIA|AKIA|ABIA|ACCA|APKA|ASCA)[A-Z0-9]{8,}$/
/** The domains of service principals, by partition. */
const domain =
  '(amazonaws\\.com(\\.cn)?|amazonaws\\.eu|c2s\\.ic\\.gov|sc2s\\.sgov\\.gov|cloud\\.adc-e\\.uk|csp\\.hci\\.ic\\.gov)'
const serviceName = new RegExp(`^[a-z0-9][a-z0-9.-]*\\.${domain}$`)
const serviceEnd = new RegExp(`\\.${domain}$`)

const kindOfService = (t: Text): Known<PrincipalKind> => {
  const value = literal(t)
  if (value !== undefined)
    return value === '*' || hasWildcard(t) ? 'wildcard' : serviceName.test(value) ? 'service' : 'malformed'
  const suffix = t.at(-1)
  if (typeof suffix !== 'string') return new Unknown(holesOf(t))
  if (serviceEnd.test(suffix)) return hasWildcard(t) ? 'wildcard' : 'service'
  // what follows a hole and begins with a dot is the whole domain, or the end of one
  return suffix.startsWith('.') && !serviceEnd.test(`.amazonaws${suffix}`) ? 'malformed' : new Unknown(holesOf(t))
}

/** What the resource part of a principal's ARN begins with: a hole after the start of one may complete it. */
const heads = ['root', 'role/', 'user/', 'group/', 'assumed-role/', 'federated-user/']

/** The kind that the resource part of an IAM or STS ARN tells. */
const kindOfArn = ({ service, resource: written }: Arn): Known<PrincipalKind> => {
  const resource = revealed(written)
  const [head = ''] = resource
  const isIam = matches(['iam'], service)
  const isSts = matches(['sts'], service)
  if (
    typeof head !== 'string' ||
    (resource.length > 1 && heads.some(known => known !== head && known.startsWith(head)))
  ) {
    return new Unknown(holesOf(resource))
  }
  if (isIam === true) {
    if (literal(resource) === 'root') return 'account-root'
    if (head.startsWith('role/aws-service-role/')) return 'service-linked-role'
    if (/^role\/./.test(head) || (head === 'role/' && resource.length > 1)) return 'role'
    if (/^user\/./.test(head) || (head === 'user/' && resource.length > 1)) return 'user'
    return head.startsWith('group/') || head.startsWith('saml-provider/') || head.startsWith('oidc-provider/')
      ? 'unsupported'
      : 'malformed'
  }
  if (isSts === true) {
    const isWhole = resource.length > 1 || /^(assumed-role\/[^/]+|federated-user)\/./.test(head)
    if (head.startsWith('assumed-role/')) return isWhole ? 'assumed-role' : 'malformed'
    return head.startsWith('federated-user/') && isWhole ? 'federated-user' : 'malformed'
  }
  return isIam === false && isSts === false ? 'malformed' : new Unknown([...holesOf(service), ...holesOf(resource)])
}

const partitions = /^aws(-[a-z]+)*$/

/** An ARN that names nobody: an empty or misplaced part. */
const isBrokenArn = ({ partition, region, account }: Arn): boolean => {
  const p = literal(partition)
  return (p !== undefined && !partitions.test(p)) || region.length > 0 || isAccountId(account) === false
}

const classifyAws = (t: Text): { kind: Known<PrincipalKind>; account?: Text } => {
  const value = literal(t)
  if (value === '*') return { kind: 'any' }
  if (isAccountId(t) === true) return { kind: 'account-root', account: t }
  if (value !== undefined && uniqueId.test(value)) return { kind: 'unique-id' }
  if (hasWildcard(t)) return { kind: 'wildcard' }
  const arn = parseArn(t)
  if (isUnknown(arn)) return { kind: arn }
  if (arn === undefined)
    return { kind: holesOf(t).length > 0 && isUnknown(isAccountId(t)) ? new Unknown(holesOf(t)) : 'malformed' }
  return isBrokenArn(arn) ? { kind: 'malformed' } : { kind: kindOfArn(arn), account: arn.account }
}

/** Classifies one entry of a principal element by what it says, holes counted as unknown. Never throws. */
export const readPrincipal = (element: string, t: Text, location: Location): Principal => {
  switch (element) {
    case '*':
    case 'AWS': {
      const { kind, account } = classifyAws(t)
      return { element, text: t, kind, account, location }
    }
    case 'Service':
      return { element, text: t, kind: kindOfService(t), account: undefined, location }
    default:
      return {
        element,
        text: t,
        kind: element === 'Federated' || element === 'CanonicalUser' ? 'unsupported' : 'malformed',
        account: undefined,
        location,
      }
  }
}

/** Whether two texts are one and the same account; a hole that stands for the key's account equals another such hole. */
export const sameAccount = (a: Text, b: Text): Known<boolean> => {
  const [ha, hb] = [a[0], b[0]]
  if (
    a.length === 1 &&
    b.length === 1 &&
    typeof ha === 'object' &&
    typeof hb === 'object' &&
    ha.stands === 'account' &&
    hb.stands === 'account'
  )
    return true
  return matches(a, b)
}

/** The root of an account as a text, for building the default policy. */
export const rootArn = (account: Text): Text => text('arn:aws:iam::', ...account, ':root')
