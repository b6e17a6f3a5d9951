import t from 'tap'
import { here, sampleKey } from '../../model/sample.js'
import { defectType } from './defect.js'
import { read, settings } from './sample.js'

t.test('it says what is wrong and whether AWS minds', t => {
  const scope = (severity: 'error' | 'warning') => ({
    key: sampleKey(),
    settings,
    defect: { message: 'it is wrong', severity, statement: undefined, location: here },
  })
  t.equal(read(defectType, 'message', scope('error')), 'it is wrong')
  t.equal(read(defectType, 'isRefused', scope('error')), true)
  t.equal(read(defectType, 'isRefused', scope('warning')), false)
  t.equal(defectType.print?.(scope('error')), 'it is wrong')
  t.equal(defectType.place?.(scope('error')), here)
  t.end()
})
