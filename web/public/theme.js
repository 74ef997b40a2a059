// Before the first paint, so that a dark room sees no white flash. A file of its own: the page allows no inline script.
const chosen = localStorage.getItem("jiritsu.theme");
if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
