// Draws plots from the tables of the page, and folds these tables up; they unfold for print. The colors are those of the tables' own swatches.
const LIBRARY = "../webjars/chart.js/dist/chart.umd.js";

const color = (element) => getComputedStyle(element).color;

function series(figure) {
  const table = document.getElementById(figure.dataset.table);
  const rows = [...table.tBodies[0].rows];
  const heads = [...table.tHead.rows[0].cells];
  return {
    labels: rows.map((row) => row.cells[0].textContent.trim()),
    datasets: heads.flatMap((head, column) => {
      if (head.dataset.series !== figure.dataset.plot) {
        return [];
      }
      const own = color(head.querySelector(".swatch"));
      const data = rows.map((row) => {
        const value = row.cells[column].dataset.value;
        return value === undefined ? null : Number(value);
      });
      return [{ label: head.textContent.trim(), data, backgroundColor: own, borderColor: own, spanGaps: true }];
    }),
  };
}

function options(figure) {
  const stacked = figure.dataset.plot === "stacked";
  const ink = color(figure);
  const line = getComputedStyle(figure).borderTopColor;
  const axis = (more) => ({ stacked, ticks: { color: ink, precision: stacked ? 0 : undefined }, grid: { color: line }, ...more });
  return {
    animation: false,
    locale: "en-US",
    maintainAspectRatio: false,
    plugins: { legend: { labels: { color: ink } } },
    scales: { x: axis({ grid: { display: false } }), y: axis({ beginAtZero: true, title: { display: true, color: ink, text: figure.dataset.unit } }) },
  };
}

function draw(figure) {
  const { Chart } = globalThis;
  const canvas = figure.querySelector("canvas");
  figure.hidden = false;
  Chart.getChart(canvas)?.destroy();
  new Chart(canvas, {
    type: figure.dataset.plot === "line" ? "line" : "bar",
    data: series(figure),
    options: options(figure),
  });
}

const figures = [...document.querySelectorAll("[data-plot]")];

if (figures.length > 0) {
  await import(LIBRARY);
  const drawAll = () => figures.forEach(draw);
  drawAll();
  const unfold = (open) => document.querySelectorAll("[data-plotted]").forEach((table) => (table.open = open));
  unfold(false);
  addEventListener("beforeprint", () => unfold(true));
  // another theme has other colors
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  new MutationObserver(drawAll).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}
