// A panel for those who do not see it: names for its sliders, and in words what its picture shows.

// ipywidgets puts the name of a slider beside it, where it names nothing.
export function nameSliders(box) {
  for (const handle of box.querySelectorAll(".noUi-handle")) {
    const label = handle.closest(".widget-inline-hbox")?.querySelector("label");
    if (label) handle.setAttribute("aria-label", label.textContent);
  }
}

export function inWords(box) {
  const images = Array.from(box.querySelectorAll("img"), (image) => image.alt);
  if (images.length) return images.join(" ");
  return box.querySelector("table") ? `A table of ${box.querySelectorAll("tbody tr").length} rows.` : "";
}
