
"use strict";
{
  const box = document.getElementById("words");
  const rows = Array.from(document.querySelectorAll("tbody tr"));
  const texts = rows.map((row) => row.textContent.toLocaleLowerCase());
  document.getElementById("filter").hidden = false;
  box.addEventListener("input", () => {
    const words = box.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    rows.forEach((row, index) => {
      row.hidden = !words.every((word) => texts[index].includes(word));
      shown += row.hidden ? 0 : 1;
    });
    document.getElementById("count").textContent = words.length ? `${shown} of ${rows.length} rows` : "";
  });
}
