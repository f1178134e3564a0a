// Our own drawings of what is collected: lines on a grid of 48, in the colour of the text. Each stands beside its word, so none is read out.
const box = "M8 16l16-8 16 8v18l-16 8-16-8z M8 16l16 8 16-8 M24 24v18";
const drawings = {
  "sofa-single": "M14 24V14a4 4 0 0 1 4-4h12a4 4 0 0 1 4 4v10 M8 24h4a2 2 0 0 1 2 2v6h20v-6a2 2 0 0 1 2-2h4v14H8z M12 38v4 M36 38v4",
  "sofa": "M8 22v-8a4 4 0 0 1 4-4h24a4 4 0 0 1 4 4v8 M3 22h5a2 2 0 0 1 2 2v8h28v-8a2 2 0 0 1 2-2h5v16H3z M24 10v22 M8 38v4 M40 38v4",
  "mattress": "M4 27l12-11h28L32 27z M4 27v8h28v-8 M32 35l12-11v-8 M11 31h.1 M18 31h.1 M25 31h.1",
  "bed": "M5 8v34 M5 24h30a8 8 0 0 1 8 8v10 M5 34h38 M10 24v-7h10a4 4 0 0 1 4 4v3",
  "cot": "M6 10h6l6 20h20 M15 21h25c0-9-6-14-14-14v14 M18 30l-4 6 M14 40a3 3 0 1 0 6 0 3 3 0 1 0-6 0 M32 40a3 3 0 1 0 6 0 3 3 0 1 0-6 0",
  "wardrobe": "M10 5h28v36H10z M24 5v36 M20 22v4 M28 22v4 M14 41v3 M34 41v3",
  "cabinet-small": "M9 13h30v25H9z M9 26h30 M22 20h4 M22 32h4 M13 38v5 M35 38v5",
  "table": "M4 15h40v5H4z M9 20v23 M39 20v23",
  "chair": "M14 5h5v21h-5z M14 26h20v17 M14 26v17 M14 36h20",
  "old-door": "M12 4h24v40H12z M17 9h14v12H17z M17 27h14v12H17z M32.5 24h.1",
  "fitness": "M4 37h36v5H4z M34 37l4-27H26 M31 10l-1 7 M8 33h26",
  "fish-tank": "M5 10h38v30H5z M5 17c4-3 8 3 12 0s9 3 13 0 9 3 13 0 M14 29c4-6 10-6 14 0-4 6-10 6-14 0z M28 29l6-4v8z M18 28h.1",
  "bicycle": "M4 32a8 8 0 1 0 16 0 8 8 0 1 0-16 0 M28 32a8 8 0 1 0 16 0 8 8 0 1 0-16 0 M12 32l7-15h13l4 15 M19 17l6 15H12 M32 17l-7 15 M16 13h6 M32 17v-6h5",
  "fridge": "M13 4h22v40H13z M13 18h22 M18 9v5 M18 23v9",
  "washing-machine": "M9 5h30v38H9z M9 13h30 M15 28a9 9 0 1 0 18 0 9 9 0 1 0-18 0 M14 9h6 M33 9h.1 M18 29c3-3 5 2 8 0s3-2 4-1",
  "television": "M4 9h40v26H4z M16 41h16 M24 35v6",
  "air-conditioner": "M4 10h40v16H4z M9 20h30 M14 32c0 3-3 3-3 7 M24 32v8 M34 32c0 3 3 3 3 7",
  "decoration-bag": "M16 6h16l-3 8c9 6 12 16 10 28H9C7 30 10 20 19 14z M17 14h14 M17 27h14v8H17z M24 27v8",
  "toilet": "M11 5h10v17H11z M11 22h28c0 9-5 13-11 14l1 8H16l-1-9c-3-3-4-8-4-13z",
  "cardboard-bundle": "M6 13h36v8H6z M6 21h36v8H6z M6 29h36v8H6z M16 9v32 M32 9v32",
  "kitchen-waste": "M12 16h24l-3 26H15z M9 16h30 M19 16c-2-5 3-6 1-10 M27 16c-2-5 3-6 1-10 M20 24v11 M28 24v11",
  "gas-cylinder": "M14 20c0-5 5-8 10-8s10 3 10 8v18a4 4 0 0 1-4 4H18a4 4 0 0 1-4-4z M20 12V6h8v6 M14 28h20",
  "lithium-battery": "M7 14h34v24H7z M13 14V9h6v5 M29 14V9h6v5 M26 18l-6 8h8l-6 8",
  "fluorescent-tube": "M6 34L34 6l8 8-28 28z M11 29l8 8 M29 11l8 8",
  "chemicals": "M20 5h8v9l8 9v20H12V23l8-9z M18 9h12 M24 25v8 M24 38h.1",
  "business-rubble": "M3 42h17v-9H3z M20 42h17v-9H20z M11 33h17v-9H11z M33 24l9 3-3 9"
};

/** The drawing of an item; a plain box for one that has none. */
export function picture(code) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  svg.setAttribute("viewBox", "0 0 48 48");
  svg.setAttribute("class", "thing");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  path.setAttribute("d", drawings[code] || box);
  svg.appendChild(path);
  return svg;
}
