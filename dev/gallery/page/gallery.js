// The gallery's page: draws what the filters ask for, and again whenever a card, text or template is saved.

const filters = document.querySelector('#filters');
const state = document.querySelector('#state');
const list = document.querySelector('#cards');
const row = document.querySelector('#row');

const both = (chosen, all) => (chosen ? [chosen] : all);

/** Rises with every drawing, so that one that takes long stops when a newer one has begun. */
let drawing = 0;

async function draw() {
  const mine = ++drawing;
  const { language, theme, width, sample } = Object.fromEntries(new FormData(filters));
  say('Drawing …');
  const answer = await fetch(`/cards.json?${new URLSearchParams({ language, sample })}`);
  if (mine !== drawing) return;
  if (!answer.ok) return say(await answer.text(), true);
  const cards = await answer.json();
  const card = chosenCard(cards);
  location.replace(`#${new URLSearchParams({ card, language, theme, width, sample })}`);
  const looks = both(theme, ['light', 'dark']).flatMap((one) =>
    both(width, ['360', '640']).map((pixels) => ({ theme: one, width: Number(pixels) })),
  );
  const shown = cards.filter(({ name }) => !card || name === card).map((one) => show(one, looks));
  list.replaceChildren(...shown.map(({ article }) => article));
  await check(shown, () => mine === drawing);
}

/** The card that the filter names; its list is that of the cards drawn last, and the first choice comes with the address. */
function chosenCard(cards) {
  const names = [...new Set(cards.map(({ name }) => name))];
  const before = filters.card.options.length > 1 ? filters.card.value : addressed().card;
  filters.card.replaceChildren(new Option('all', ''), ...names.map((name) => new Option(name)));
  filters.card.value = names.includes(before) ? before : '';
  return filters.card.value;
}

const addressed = () => Object.fromEntries(new URLSearchParams(location.hash.slice(1)));

function show(drawn, looks) {
  const article = row.content.cloneNode(true).firstElementChild;
  const put = (place, text) => {
    article.querySelector(place).textContent = text;
  };
  put('h2', [drawn.name, drawn.language, drawn.sample].join(' · '));
  put('.size', `${drawn.bytes} bytes`);
  put('.summary', drawn.summary);
  put('.data', JSON.stringify(drawn.data, undefined, 2));
  put('.json', JSON.stringify(drawn.card, undefined, 2));
  tell(article.querySelector('.schema'), drawn.cardFaults);
  tell(article.querySelector('.accessibility'), drawn.accessibilityFaults);
  const frames = looks.map(({ theme, width }) =>
    drawCard(drawn.card, { hostConfig: looksOf.hostConfigs[theme], theme, width, language: drawn.language }),
  );
  article.querySelector('.frames').append(...frames);
  const faults = drawn.cardFaults.length + drawn.accessibilityFaults.length;
  return { article, frames, faults, most: drawn.mostHigh };
}

function tell(place, faults) {
  place.classList.toggle('fine', faults.length === 0);
  if (faults.length === 0) place.textContent = 'nothing found';
  else place.replaceChildren(bulleted(faults));
}

function bulleted(lines) {
  const bullets = document.createElement('ul');
  for (const line of new Set(lines)) bullets.append(Object.assign(document.createElement('li'), { textContent: line }));
  return bullets;
}

/** What only the drawn cards can tell, one after the other: axe-core runs once at a time. */
async function check(shown, isNewest) {
  let faults = shown.reduce((sum, one) => sum + one.faults, 0);
  for (const [at, { article, frames, most }] of shown.entries()) {
    const found = heightFaults(frames, most);
    article.querySelector('.height').textContent = frames.map((frame) => `${heightOf(frame)} px`).join(', ');
    for (const frame of frames) found.push(...(await findingsIn(frame, looksOf.wcag)));
    if (!isNewest()) return;
    faults += found.length;
    tell(article.querySelector('.drawn'), found);
    say(`${at + 1} of ${shown.length} checked, ${faults} findings`, faults > 0);
  }
}

const heightOf = (frame) => Math.ceil(frame.getBoundingClientRect().height);

/** What somebody decides on fits one screen of the narrowest phone. */
const heightFaults = (frames, most) =>
  frames
    .filter((frame) => most && frame.style.width === '360px' && heightOf(frame) > most)
    .map((frame) => `is ${heightOf(frame)} px high, and ${most} are one screen`);

function say(text, bad = false) {
  state.textContent = text;
  state.classList.toggle('bad', bad);
}

const failed = (error) => say(String(error), true);

const looksOf = {};

async function start() {
  Object.assign(looksOf, await (await fetch('/looks.json')).json());
  const languages = Object.entries(looksOf.languages).map(([code, { name }]) => new Option(name, code));
  filters.language.prepend(...languages);
  filters.language.value = languages[0].value;
  for (const [name, value] of Object.entries(addressed())) {
    if (name !== 'card' && filters[name]) filters[name].value = value;
  }
  filters.addEventListener('change', () => draw().catch(failed));
  new EventSource('/changes').addEventListener('changed', () => draw().catch(failed));
  await draw();
}

start().catch(failed);
