// Before the first paint, so that a dark room sees no white flash. A file of its own: the page allows no inline script.
const chosen = localStorage.getItem("jiritsu.theme");
document.documentElement.dataset.theme = chosen ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
