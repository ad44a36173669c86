// Runs in the browser: what only a drawn card can tell. Each finding is a sentence about one part of the card.

/** What a card shows only a part of, or outside itself: at phone width nothing may be. */
globalThis.cutParts = (frame) => {
  const card = frame.getBoundingClientRect();
  return [...frame.querySelectorAll('*')].filter(isShown).flatMap((part) => {
    const { left, right } = part.getBoundingClientRect();
    const sticksOut = right > card.right + 1 || left < card.left - 1;
    const isCut = part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible';
    if (sticksOut) return [`${named(part)} sticks out of the card`];
    if (isCut && part.tagName !== 'INPUT') return [`${named(part)} is cut`];
    return isHintCut(part) ? [`the hint "${part.placeholder}" is cut`] : [];
  });
};

/** A reader who steps with Tab must meet fields and buttons in the order in which they are seen. */
globalThis.tabOrderFaults = (frame) => {
  const stops = [...frame.querySelectorAll('button, input, select, textarea, a[href], [tabindex]')]
    .filter((part) => isShown(part) && part.tabIndex >= 0 && !part.disabled)
    .map((part) => ({ part, box: part.getBoundingClientRect() }));
  return stops.flatMap(({ part, box }, at) => {
    if (part.tabIndex > 0) return [`${named(part)} jumps the order with tabindex ${part.tabIndex}`];
    const before = stops[at - 1];
    if (!before || before.part.contains(part)) return [];
    const above = box.bottom <= before.box.top + 1;
    const leftInRow = box.top < before.box.bottom - 1 && box.right <= before.box.left + 1;
    return above || leftInRow ? [`${named(part)} comes after ${named(before.part)} and is seen before it`] : [];
  });
};

const isShown = (part) => part.checkVisibility({ visibilityProperty: true }) && part.getClientRects().length > 0;

function isHintCut(part) {
  if (part.tagName !== 'INPUT' || !part.placeholder || part.value) return false;
  const style = getComputedStyle(part);
  const pen = document.createElement('canvas').getContext('2d');
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const room = part.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  return pen.measureText(part.placeholder).width > room;
}

const named = (part) =>
  `${part.tagName.toLowerCase()} "${(part.textContent || part.ariaLabel || part.value || '').trim().slice(0, 40)}"`;
