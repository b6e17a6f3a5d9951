import t from 'tap'
import { print } from '../model/text.js'
import { anyPart, fill, untoldPart } from './fill.js'

t.test('it fills placeholders in, and marks what is not known', t => {
  const pattern = 'arn:${Partition}:sns:${Region}:${Account}:${Name}'
  t.equal(print(fill(pattern, { Name: ['a'], Account: ['111122223333'] }, anyPart)), 'arn:*:sns:*:111122223333:a')
  const text = fill(pattern, { Name: ['a'] }, untoldPart)
  t.equal(print(text), 'arn:${partition}:sns:${region}:${account}:a')
  t.match(text, ['arn:', { stands: 'partition' }, ':sns:', { stands: 'region' }, ':', { stands: 'account' }, ':a'])
  t.match(untoldPart('Object'), { kind: 'untold', name: 'object', stands: undefined })
  t.end()
})
