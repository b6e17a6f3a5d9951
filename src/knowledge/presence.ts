import type { ActionFacts, KmsKnowledge, Presence } from '../model/kms.js'
import { familyOf } from './condition-keys.js'

interface ByCaller {
  readonly principal: Presence
  readonly service: Presence
}

const everyRequest: ByCaller = { principal: 'always', service: 'always' }
const principals: ByCaller = { principal: 'sometimes', service: 'never' }
const services: ByCaller = { principal: 'never', service: 'sometimes' }

/**
 * The keys that do not depend on the action, by the "Availability" that AWS states. A key that is not here may be in any request.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
const byCaller: ReadonlyMap<string, ByCaller> = new Map(
  Object.entries({
    'aws:currenttime': everyRequest,
    'aws:epochtime': everyRequest,
    'aws:principalaccount': everyRequest,
    // absent from anonymous requests, which KMS does not take
    'aws:principalarn': everyRequest,
    'aws:principalisawsservice': everyRequest,
    'aws:principaltype': everyRequest,
    'aws:requestedregion': everyRequest,
    'aws:resourceaccount': everyRequest,
    'aws:securetransport': everyRequest,
    'aws:useragent': everyRequest,
    'aws:userid': everyRequest,
    'aws:viaawsservice': everyRequest,

    'aws:ismcpserviceaction': { principal: 'never', service: 'never' },

    // of an identity or of its organization
    'aws:principalorgid': principals,
    'aws:principalorgpaths': principals,
    'aws:principaltag/': principals,
    'aws:username': principals,
    // of a service that passes a principal's request on
    'aws:calledvia': principals,
    'aws:calledviaawsmcp': principals,
    'aws:calledviafirst': principals,
    'aws:calledvialast': principals,
    'aws:viaawsmcpservice': principals,
    // of a role session
    'aws:assumedroot': principals,
    'aws:chatbotsourcearn': principals,
    'aws:ec2instancesourceprivateipv4': principals,
    'aws:ec2instancesourcevpc': principals,
    'aws:federatedprovider': principals,
    'aws:multifactorauthage': principals,
    'aws:multifactorauthpresent': principals,
    'aws:signinsessionarn': principals,
    'aws:sourceidentity': principals,
    'aws:tokenissuetime': principals,
    'codebuild:buildarn': principals,
    'codebuild:projectarn': principals,
    'ec2:roledelivery': principals,
    'ec2:sourceinstancearn': principals,
    'glue:credentialissuingservice': principals,
    'glue:roleassumedby': principals,
    'identitystore:userid': principals,
    'lambda:sourcefunctionarn': principals,
    'ssm:sourceinstancearn': principals,

    // of a service principal that calls by itself
    'aws:principalservicename': { principal: 'never', service: 'always' },
    'aws:principalservicenameslist': { principal: 'never', service: 'always' },
    'aws:sourceaccount': services,
    'aws:sourcearn': services,
    'aws:sourceorgid': services,
    'aws:sourceorgpaths': services,
  }),
)

/**
 * The keys of KMS that every action on a key supports. What a service principal sends as `kms:CallerAccount` is not documented.
 * `kms:ViaService` belongs to forward access sessions, which are a principal's.
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
const onEveryKey: ReadonlyMap<string, ByCaller> = new Map(
  Object.entries({
    'kms:calleraccount': { principal: 'always', service: 'sometimes' },
    'kms:viaservice': principals,
    'kms:customermasterkeyspec': everyRequest,
    'kms:customermasterkeyusage': everyRequest,
    'kms:keyorigin': everyRequest,
    'kms:keyspec': everyRequest,
    'kms:keyusage': everyRequest,
    'kms:multiregion': everyRequest,
  }),
)

/**
 * Keys of parameters that the API requires, so that every request of an action that supports the key carries it.
 * A parameter with a default is none of them: whether its default counts as present is documented both ways.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_Operations.html
 */
const required = new Set([
  'aws:tagkeys',
  'kms:datakeypairspec',
  'kms:grantoperations',
  'kms:keyagreementalgorithm',
  'kms:macalgorithm',
  'kms:primaryregion',
  'kms:replicaregion',
  'kms:signingalgorithm',
  'kms:wrappingalgorithm',
  'kms:wrappingkeyspec',
])

const ofSymmetricKeys = new Set(['kms:encryptioncontext:', 'kms:encryptioncontextkeys'])

const dependsOnAction = (key: string): boolean =>
  key.startsWith('kms:') || key === 'aws:tagkeys' || key === 'aws:requesttag/'

const supported = new WeakMap<ActionFacts, ReadonlySet<string>>()

const keysOf = (action: ActionFacts): ReadonlySet<string> => {
  const known = supported.get(action)
  if (known) return known
  const keys = new Set(action.conditionKeys.map(name => name.toLowerCase()))
  supported.set(action, keys)
  return keys
}

/** Takes lower case. An action names some keys by what they begin with, `:` or `/` included. */
const supports = (action: ActionFacts, key: string): boolean => {
  const keys = keysOf(action)
  return keys.has(key) || keys.has(/^\w+:\w+[:/]/.exec(key)?.[0] ?? '')
}

/**
 * Whether a request carries a condition key. `never` and `always` only where AWS says so; an unknown key is `sometimes`.
 * `kms:ViaService` is `never` for a service principal: whether one that reaches KMS through S3, SNS or SQS has it depends on the value.
 */
export const presence: KmsKnowledge['presence'] = (key, action, caller, keyClass) => {
  const lower = key.toLowerCase()
  const name = byCaller.has(lower) ? lower : (familyOf(lower) ?? lower)
  const general = byCaller.get(name) ?? (action.inKeyPolicy ? onEveryKey.get(name) : undefined)
  if (general) return general[caller]
  if (!dependsOnAction(name)) return 'sometimes'
  if (!supports(action, lower)) return 'never'
  if (ofSymmetricKeys.has(name) && keyClass !== undefined && keyClass !== 'symmetric') return 'never'
  return required.has(name) ? 'always' : 'sometimes'
}
