/** The live page of a training run: loss chart with a legend that toggles, and two sparklines. */
import uPlot from '/lib/uPlot.esm.js';
import { colour, prefersDark } from './colours.js';
import { Curves } from './curves.js';
import { onEvent, onCatchUp } from './hub.js';

const host = document.querySelector('[data-chart]');
const legend = document.querySelector('[data-legend]');
const names = JSON.parse(host.dataset.series);
const curves = new Curves();
const hidden = new Set();
const chartHeight = 320;
const sparkHeight = 80;
let charts = [];

const axis = () => ({ stroke: colour('--ink-3'), grid: { stroke: colour('--series-grid'), width: 1 }, ticks: { show: false }, font: `12px ${getComputedStyle(document.body).fontFamily}` });

function lossOptions() {
  const series = names.flatMap(([name, label]) => {
    const stroke = colour(`--series-${name}`);
    return [
      { label, stroke, width: 2, spanGaps: true, show: !hidden.has(`${name}-train`), points: { show: curves.lastStep < 2 } },
      { label: `${label} · ${host.dataset.validation}`, stroke, width: 2, dash: [6, 5], spanGaps: true, show: !hidden.has(`${name}-validation`), points: { show: true, size: 6, fill: colour('--surface-1') } },
    ];
  });
  return {
    width: host.clientWidth,
    height: chartHeight,
    legend: { show: false },
    cursor: { drag: { x: true, y: false } },
    scales: { x: { time: false } },
    axes: [{ ...axis(), size: 28, label: host.dataset.step, labelFont: axis().font, labelSize: 18, labelGap: 0 }, { ...axis(), size: 44 }],
    series: [{ label: host.dataset.step }, ...series],
  };
}

function sparkOptions(element) {
  return {
    width: element.clientWidth,
    height: sparkHeight,
    legend: { show: false },
    cursor: { show: false },
    scales: { x: { time: false } },
    axes: [{ show: false }, { ...axis(), size: 60, splits: (u, i, min, max) => [min, max], values: (u, marks) => marks.map(brief) }],
    series: [{}, { stroke: colour('--series-total'), width: 1.5, points: { show: false } }],
  };
}

function brief(value) {
  if (value === 0) return '0';
  return Math.abs(value) < 0.01 ? value.toExponential(1) : Number(value.toPrecision(3)).toString();
}

const sparks = [['rate', 'learningRate'], ['speed', 'tokensPerSecond']].map(([name, field]) => ({
  element: document.querySelector(`[data-spark="${name}"]`),
  latest: document.querySelector(`[data-latest="${name}"]`),
  field,
}));

function build() {
  for (const chart of charts) chart.destroy();
  host.replaceChildren();
  charts = [];
  if (curves.lastStep < 0) {
    host.textContent = host.dataset.empty;
    return;
  }
  charts.push(new uPlot(lossOptions(), curves.losses(names.map(([name]) => name)), host));
  for (const { element, field } of sparks) charts.push(new uPlot(sparkOptions(element), curves.of(field), element));
  showLatest();
}

function update() {
  if (charts.length === 0) return build();
  charts[0].setData(curves.losses(names.map(([name]) => name)));
  sparks.forEach(({ field }, i) => charts[i + 1].setData(curves.of(field)));
  showLatest();
}

function showLatest() {
  for (const { latest, field } of sparks) {
    const values = curves.of(field)[1];
    latest.textContent = values.length > 0 ? brief(values.at(-1)) : '';
  }
}

function buildLegend() {
  names.forEach(([name, label], i) => {
    for (const [kind, words, offset] of [['train', label, 1], ['validation', `${label} · ${host.dataset.validation}`, 2]]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-pressed', 'true');
      const line = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      line.setAttribute('viewBox', '0 0 26 10');
      line.setAttribute('aria-hidden', 'true');
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', 'M0 5h26');
      path.setAttribute('class', `series-${name}`);
      path.setAttribute('stroke-width', '2.5');
      if (kind === 'validation') path.setAttribute('stroke-dasharray', '6 4');
      line.append(path);
      button.append(line, words);
      button.addEventListener('click', () => {
        const key = `${name}-${kind}`;
        const show = hidden.delete(key) || (hidden.add(key), false);
        button.setAttribute('aria-pressed', String(show));
        charts[0]?.setSeries(i * 2 + offset, { show });
      });
      legend.append(button);
    }
  });
}

async function catchUp() {
  const response = await fetch(`${host.dataset.chart}?afterStep=${curves.lastStep}`);
  if (!response.ok) return;
  const { data } = await response.json();
  curves.add(data);
  update();
}

buildLegend();
onEvent(event => {
  if (event.subject !== host.dataset.subject) return;
  if (event.kind === 'training_metrics') {
    curves.add(event.payload.metrics);
    update();
  } else {
    catchUp();
  }
});
onCatchUp(catchUp);
new ResizeObserver(() => {
  charts[0]?.setSize({ width: host.clientWidth, height: chartHeight });
  sparks.forEach(({ element }, i) => charts[i + 1]?.setSize({ width: element.clientWidth, height: sparkHeight }));
}).observe(host);
prefersDark.addEventListener('change', build);
await catchUp();
