import type { CardContext } from '../card-context.js';
import { type Content, element, htmlPage, part, proseOf } from '../print/html-page.js';
import type { OutwardText } from './outward-text.js';

type Page = Pick<OutwardText, 'title' | 'lead' | 'end'>;

/** A told text as one page that opens in every browser, and prints as it is. */
export const printed = (context: CardContext, { parts, ...page }: OutwardText): string =>
  pageOf(
    context,
    page,
    parts.map(({ heading, text }) => part(heading, proseOf(text))),
  );

/** Several of them under one title: a booklet. */
export const printedTogether = (
  context: CardContext,
  { all, ...page }: Page & { all: readonly OutwardText[] },
): string =>
  pageOf(
    context,
    page,
    all.map(({ title, lead, parts }) =>
      part(
        title,
        proseOf(lead),
        parts.map(({ heading, text }) => [element('h3', {}, heading), proseOf(text)]),
      ),
    ),
  );

const pageOf = ({ language, today }: CardContext, { title, lead, end }: Page, content: Content): string =>
  htmlPage(
    { language, title, about: lead, madeAt: today },
    element('h1', {}, title),
    element('p', { class: 'lead' }, lead),
    content,
    element('footer', {}, proseOf(end)),
  );
