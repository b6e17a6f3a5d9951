import t from 'tap'
import { readPrincipals } from './read-principals.js'
import { anything, hole, many, node } from './sample.js'
import { print } from './text.js'

const read = (written: unknown) => {
  const messages: string[] = []
  const { items, more } = readPrincipals(node(written), false, message => messages.push(message))
  return { items: items.map(({ element, text }) => `${element} ${print(text)}`), more, messages }
}

t.test('it folds every spelling', t => {
  t.same(read('*').items, ['* *'])
  t.same(read({ AWS: '*' }).items, ['AWS *'])
  t.same(read({ AWS: ['111122223333', '*'], Service: 's3.amazonaws.com' }).items, [
    'AWS 111122223333',
    'AWS *',
    'Service s3.amazonaws.com',
  ])
  t.end()
})

t.test('it says what is wrong', t => {
  t.same(read('111122223333').messages, [
    'a principal that is a bare string can only be "*"; write {"AWS": ...} or {"Service": ...}',
  ])
  t.same(read(['*']).messages, ['Principal is a list where an object or "*" belongs'])
  t.same(read({}).messages, ['Principal is empty'])
  t.same(read({ aws: '*' }).messages, ['unknown element aws in Principal: write AWS'])
  t.same(read({ AWS: 111122223333 }).messages, ['Principal.AWS has a number where a string belongs'])
  t.end()
})

t.test('it keeps open what holes hide', t => {
  t.same(read(anything('who')).more, [hole('who')])
  t.same(read('«who»').more, [hole('who')])
  t.same(read({ AWS: [many('more'), '*'] }), { items: ['AWS *'], more: [hole('more')], messages: [] })
  t.same(read({ AWS: anything('arn') }).items, ['AWS ${arn}'])
  t.same(read({ '«type»': '*' }).more, [hole('type')], 'a principal of an unknown type may be anyone')
  t.end()
})
