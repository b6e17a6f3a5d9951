import t from 'tap'
import { maximumPolicyBytes, refusedCharacter, reportSize, reportTexts } from './policy-limits.js'
import { anything, here, node, sample } from './sample.js'

const wrong = (policy: unknown): string[] => {
  const messages: string[] = []
  for (const report of [reportTexts, reportSize]) report(node(policy), message => messages.push(message))
  return messages
}

t.test('it finds characters that a key policy cannot hold', t => {
  const limit = 'it takes tab, line breaks and U+0020 to U+00FF'
  t.same(wrong({ Sid: 'a – b' }), [`a key policy cannot hold the character U+2013; ${limit}`])
  t.same(wrong({ Statement: [{ 'K😀': 'a' }] }), [`a key policy cannot hold the character U+1F600; ${limit}`])
  t.same(wrong({ Sid: 'tab\tline\r\nÿ é', Other: [1, true, null] }), [])
  t.equal(refusedCharacter(sample('a«x»\u0000')), '\u0000')
  t.equal(refusedCharacter(sample('a«password=€»')), '€')
  t.equal(refusedCharacter(sample('a«x»')), undefined)
  t.end()
})

t.test('it finds an unquoted text that other readers take for a number', t => {
  const unquoted = { kind: 'text', text: ['012345678901'], misread: '1412623385', location: here } as const
  t.same(wrong({ AWS: unquoted }), [
    '012345678901 is not quoted: it can be read as the text 012345678901 or as the number 1412623385; quote it',
  ])
  t.end()
})

t.test('it measures a policy as the shortest JSON that says the same', t => {
  const plain = { Version: '2012-10-17', List: ['a', 7, true, null, {}, []], Empty: '' }
  const bytes = JSON.stringify(plain).length
  const filled = (size: number) => ({ ...plain, Empty: 'x'.repeat(size - bytes) })
  t.same(wrong(filled(maximumPolicyBytes)), [])
  t.same(wrong(filled(maximumPolicyBytes + 1)), ['the policy has 32769 bytes; a key policy may have 32768'])
  t.same(wrong({ a: anything('x'), b: '«y»'.repeat(20_000) }), [], 'what is not known may be empty')
  t.same(wrong('é'.repeat(16_384)), ['the policy has 32770 bytes; a key policy may have 32768'])
  t.end()
})
