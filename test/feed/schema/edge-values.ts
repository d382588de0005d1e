const list = (values: string): readonly string[] => values.split('|');

/** What a value may become, whatever it is. The first one is empty. */
const ANY = [
  ...list('| |\u00A0|x|a\r\nb|𝄞| 7 |\u00A07|0|+1|-1|1.|.5|1,5|1.005|1e3|NaN|00012|2027-01-02|2027-02-30|24:00:00'),
  ...list('true|TRUE|yes| no|exempt|all|open|MBO|nl|stork|a@b.nl|https://kader.nl'),
  ...['a'.repeat(251), 'a'.repeat(1001)],
];

/** What a value of one kind may become besides: what its type takes, nearly takes, and doesn't. */
const OF_KIND = {
  number: [
    ...list('INF|-INF|+INF|-0|0.00|.|-|--1|+.5|-0.001|1 000|1.234,50|1E-2|1e|0x10|１|\n7\n|\t7|99999999999'),
    ...list('90071992547409.91|90071992547409.92'),
    ...['9'.repeat(17), '9'.repeat(60), `0.${'1'.repeat(60)}`],
  ],
  date: [
    ...list(
      '2027-02-29|2028-02-29|2027-1-2|02-01-2027|20270102|2027-13-01|2027-01-00|2027-01-02T00:00:00| 2027-01-02 ',
    ),
    ...list(
      '2027-01-02Z|2027-01-02z|2027-01-02+14:00|2027-01-02+14:01|2027-01-02-13:59|2027-01-02+13:60|2027-01-02+9:00',
    ),
    ...list('0000-01-01|0001-01-01|9999-12-31|12027-01-01|-2027-01-01|02027-01-01|2027-01-02 '),
  ],
  mail: list(
    'a@b| a@b.nl |a@b.nl\n|a@@b.nl|@b.nl|a@.nl|a@b.|Jo <a@b.nl>|a@b.nl, c@d.nl|a b@c.nl|a..b@c.nl|a.b@c.d.nl|jo@büro.de',
  ),
  address: [
    ...list(
      'kader.nl|/lassen|//kader.nl|http://kader.nl/a b|http://[|http://kader.nl/%zz|http://kader.nl/?q=[1]|http://',
    ),
    ...list(
      'ftp://kader.nl|mailto:a@b.nl|http://localhost/|javascript:alert(1)|::|http://kader.nl/{id}|HTTP://KADER.NL',
    ),
  ],
  text: [
    ...list(
      ' \t\n|\u2003|<p>&amp;</p>|8:00|08:00:00|23:59|24:00|9.30|false|False|NO|Exempt|All|all |weekly|Open|incompany',
    ),
    ...list('classroom|Classroom|learning-bite|evenement|books|mbo|Instap|Other|NL|nld|xx|daytime|Daytime|weekend'),
    ...['a'.repeat(250), '𝄞'.repeat(250), '𝄞'.repeat(251), `${'a'.repeat(250)} `, 'a'.repeat(1000)],
  ],
} satisfies Readonly<Record<string, readonly string[]>>;

function kindOf(value: string): keyof typeof OF_KIND {
  if (/^\d{4}-\d\d-/.test(value)) return 'date';
  if (value.includes('@')) return 'mail';
  if (value.includes('://')) return 'address';
  return /^[\s+\d.]+$/.test(value) ? 'number' : 'text';
}

/** What a value could be instead. */
export function edgeValues(value: string): readonly string[] {
  return [...ANY, ...OF_KIND[kindOf(value)]];
}
