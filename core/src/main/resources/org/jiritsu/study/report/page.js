(() => {
  function offer(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  /* Tables: the whole CSV is in the page. */
  for (const button of document.querySelectorAll("[data-csv]")) {
    button.closest(".tools").hidden = false;
    button.addEventListener("click", () => {
      const data = document.querySelector(`[data-csv-of="${CSS.escape(button.dataset.csv)}"]`);
      offer(new Blob([JSON.parse(data.textContent)], { type: "text/csv;charset=utf-8" }), button.dataset.csv);
    });
  }

  /* A definition opens under its column head. */
  for (const button of document.querySelectorAll("[popovertarget]")) {
    const box = document.getElementById(button.getAttribute("popovertarget"));
    box.addEventListener("toggle", event => {
      if (event.newState !== "open") return;
      const head = button.getBoundingClientRect();
      const left = Math.min(head.left, document.documentElement.clientWidth - box.offsetWidth - 16);
      const below = head.bottom + 6;
      const above = head.top - box.offsetHeight - 6;
      box.style.left = `${Math.max(16, left)}px`;
      box.style.top = `${below + box.offsetHeight > innerHeight && above > 0 ? above : below}px`;
    });
  }
  addEventListener("scroll", () => document.querySelector(".definition:popover-open")?.hidePopover(), { passive: true });

  const opened = [];
  addEventListener("beforeprint", () => {
    opened.push(...document.querySelectorAll("details:not([open])"));
    opened.forEach(details => { details.open = true; });
  });
  addEventListener("afterprint", () => {
    opened.splice(0).forEach(details => { details.open = false; });
  });
})();
