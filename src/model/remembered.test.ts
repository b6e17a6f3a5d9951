import t from 'tap'
import { remembered } from './remembered.js'

t.test('it asks once for each object, even where nothing comes of it', t => {
  const asked: object[] = []
  const ask = remembered((of: { readonly name?: string }) => {
    asked.push(of)
    return of.name
  })
  const [named, nameless] = [{ name: 'a' }, {}]
  t.same([named, nameless, named, nameless].map(ask), ['a', undefined, 'a', undefined])
  t.same(asked, [named, nameless])
  t.end()
})
