/**
 * What the page does, without a library: a heading sorts its table, a field filters rows, a figure opens. It builds
 * elements and sets text, never markup, so that no record can become a part of the page. The page can be read without it.
 */
export const SCRIPT = `'use strict';
(() => {
  const { figures, kinds } = JSON.parse(document.getElementById('data').textContent);
  const dialog = document.getElementById('opened');
  const part = (selector) => dialog.querySelector(selector);
  const element = (name, text) => {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  };

  const open = (place) => {
    const { id, label, text, how, inputs, records } = figures[place];
    part('h2').textContent = label;
    part('.value').textContent = text;
    part('.how').textContent = how + '。';
    part('code').textContent = id;
    part('.inputs').hidden = inputs.length === 0;
    part('.inputs ul').replaceChildren(...inputs.map((input) => {
      const item = document.createElement('li');
      const link = element('a', figures[input].label + ' ' + figures[input].text);
      link.className = 'figure';
      link.href = '#opened';
      link.dataset.figure = input;
      item.append(link);
      return item;
    }));
    part('.records').hidden = records.length === 0;
    part('.records h3').textContent = '背后的记录，' + records.length + '条';
    part('.records tbody').replaceChildren(...records.map(([kind, record, amount = '']) => {
      const row = document.createElement('tr');
      row.append(element('td', kinds[kind]), element('th', record), element('td', amount));
      return row;
    }));
    if (!dialog.open) dialog.showModal();
    dialog.scrollTop = 0;
  };

  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const compare = (a, b) => {
    // What is unknown stands last in both directions.
    if (a === '' || b === '') return 0;
    const [x, y] = [Number(a), Number(b)];
    return Number.isNaN(x) || Number.isNaN(y) ? collator.compare(a, b) : x - y;
  };
  const sort = (heading) => {
    const body = heading.closest('table').tBodies[0];
    const at = heading.cellIndex;
    const down = heading.getAttribute('aria-sort') === 'ascending';
    for (const other of heading.parentElement.cells) other.setAttribute('aria-sort', 'none');
    heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    const key = (row) => row.cells[at].dataset.sort;
    const rows = [...body.rows].sort((a, b) => {
      const blank = (key(a) === '') - (key(b) === '');
      return blank || (down ? -1 : 1) * compare(key(a), key(b));
    });
    body.append(...rows);
  };

  document.addEventListener('click', (event) => {
    const { target } = event;
    const figure = target.closest('[data-figure]');
    if (figure) {
      event.preventDefault();
      open(Number(figure.dataset.figure));
    }
    else if (target.closest('.sort')) sort(target.closest('th'));
    else if (target === dialog) dialog.close();
  });

  document.addEventListener('input', ({ target }) => {
    const filter = target.closest('.filter');
    if (!filter) return;
    const words = target.value.trim().split(/\\s+/);
    const rows = [...filter.parentElement.querySelector('table').tBodies[0].rows];
    for (const row of rows) row.hidden = !words.every((word) => row.textContent.includes(word));
    const left = rows.filter((row) => !row.hidden).length;
    filter.querySelector('output').textContent = left === rows.length ? '' : left + '行';
  });
})();
`;
