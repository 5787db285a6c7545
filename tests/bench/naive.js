// What one writes first: every change counts all boxes again, and writes everything as one blob.
// It does the part of our page that a click on a box needs, no more; the markup around it is the same.
const list = document.querySelector("rfq-checklist");
list.addEventListener("input", () => {
  const boxes = [...list.querySelectorAll(".item__done")];
  const done = boxes.filter((box) => box.checked).length;
  list.querySelector(".checklist__progress").textContent = `${done} of ${boxes.length} ready`;
  const everything = [...list.querySelectorAll("input, select, textarea")]
    .map((control) => [control.id, control.type === "checkbox" ? control.checked : control.value]);
  localStorage.setItem("checklist", JSON.stringify(everything));
});
