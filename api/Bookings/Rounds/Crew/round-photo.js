// Draws a photo again, smaller: pixels stay, the place, the time and the camera go. Answers base64 of a JPEG.
const longestSide = 1600;
const quality = 0.85;

export function shrink(file) {
  return new Promise(function (done, fail) {
    const reader = new FileReader();
    reader.onerror = fail;
    reader.onload = function () {
      const image = new Image();
      image.onerror = fail;
      image.onload = function () {
        const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
        const canvas = document.createElement("canvas");
        canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
        canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
        canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
        done(canvas.toDataURL("image/jpeg", quality).split(",")[1]);
      };
      image.src = reader.result;
    };
    reader.readAsDataURL(file);
  });
}

export function toBlob(base64) {
  return new Blob([Uint8Array.from(atob(base64), function (c) { return c.charCodeAt(0); })], { type: "image/jpeg" });
}
