// A feed of any size for measurements: the shape and lengths of real ones, no two products the same.
import { Buffer } from 'node:buffer';
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const WORDS = (
  'je leert in deze training stap voor stap hoe je een gesprek voert dat ergens over gaat met ruimte voor vragen uit de ' +
  'eigen praktijk na afloop heb je een plan waar je direct mee verder kunt en dat ook door collega’s gedragen wordt'
).split(' ');

/** Small and fast, the same numbers on every machine. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

function sentence(random, length) {
  const words = Array.from({ length }, () => WORDS[random(WORDS.length)]);
  return `${words.join(' ')}.`;
}

function costs(random) {
  return Array.from({ length: random(4) }, (_, index) => {
    const cents = 1000 + random(9000);
    return `
      <AdditionalCost>
        <Type>${['lunch', 'study material', 'examination', 'other'][index]}</Type>${index === 3 ? '<TypeOther>Extra begeleiding &amp; advies</TypeOther>' : ''}
        <Price>${(cents / 100).toFixed(2)}</Price>
        <VatIncluded>no</VatIncluded>
        <VatAmount>${(Math.round(cents * 0.21) / 100).toFixed(2)}</VatAmount>
        <Mandatory>${random(2) === 0}</Mandatory>
      </AdditionalCost>`;
  }).join('');
}

function starts(random, number) {
  const places = ['Utrecht', 'Zwolle', 'Breda', 'Groningen', 'Den Haag'];
  return Array.from({ length: 1 + random(3) }, (_, index) => {
    const day = `2027-${String(1 + random(12)).padStart(2, '0')}-${String(1 + random(28)).padStart(2, '0')}`;
    const place = places[random(places.length)];
    return `
      <StartingDatePlace>
        <ID>S-${number}-${index}</ID>
        <Startdate>${day}</Startdate>
        <Place>${place}</Place>
        <StartdateIsMonthOnly>false</StartdateIsMonthOnly>
        <Enddate>${day}</Enddate>
        <EnddateIsMonthOnly>false</EnddateIsMonthOnly>
        <MaxNumberOfSeats>${8 + random(12)}</MaxNumberOfSeats>
        <Schedule>
          <Courseday><Date>${day}</Date><Place>${place}</Place><Name>Dag 1</Name><StartTime>09:30</StartTime><EndTime>16:30</EndTime></Courseday>
        </Schedule>
      </StartingDatePlace>`;
  }).join('');
}

function product(random, number) {
  const cents = 5000 + random(300_000);
  const paragraphs = Array.from({ length: 3 }, () => `<p>${sentence(random, 40 + random(40))}</p>`).join('\n');
  return `  <Product>
    <ID>P-${number}</ID>
    <Name><![CDATA[Training ${number}: ${sentence(random, 4)}]]></Name>
    <Description><![CDATA[<h2>Wat je leert</h2>
${paragraphs}]]></Description>
    <Images><ImageUrl>https://example.test/${number}.jpg</ImageUrl></Images>
    <VideoEmbed></VideoEmbed>
    <Language>nl</Language>
    <Price>${(cents / 100).toFixed(2)}</Price>
    <VatIncluded>no</VatIncluded>
    <VatAmount>${(Math.round(cents * 0.21) / 100).toFixed(2)}</VatAmount>
    <PricePeriod>all</PricePeriod>
    <AdditionalCosts>${costs(random)}</AdditionalCosts>
    <PriceComplete>true</PriceComplete>
    <CourseType>training</CourseType>
    <Duration>${1 + random(5)}</Duration>
    <DurationUnit>days</DurationUnit>
    <MaxParticipants>20</MaxParticipants>
    <WebAddress>https://example.test/training?id=${number}&amp;lang=nl</WebAddress>
    <ProductType>open</ProductType>
    <AllowedSites></AllowedSites>
    <Level>HBO</Level>
    <PriceDiscounts></PriceDiscounts>
    <Moments><Moment><Name>daytime</Name></Moment></Moments>
    <StartingDatePlaces>${starts(random, number)}
    </StartingDatePlaces>
    <customLtiParams></customLtiParams>
  </Product>
`;
}

/** The text of a feed of about `bytes` bytes, in pieces of many products. */
export function* feedPieces(bytes, seed = 1) {
  const random = numbers(seed);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<Products>\n';
  let written = 0;
  for (let number = 1; written < bytes;) {
    let piece = '';
    while (piece.length < 262_144) piece += product(random, number++);
    written += Buffer.byteLength(piece);
    yield piece;
  }
  yield '</Products>\n';
}

export async function writeFeed(path, bytes) {
  const file = createWriteStream(path);
  for (const piece of feedPieces(bytes)) if (!file.write(piece)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
}
