// A photo is drawn again, smaller: the pixels stay, the place, the time and the camera go. Shared by the report form and the crew's page.
const longestSide = 1600;
const quality = 0.85;

// Scales what is chosen in a file field and says so; answers a function that gives a promise of the base64 of a JPEG, or null without a photo. A form that is reset has none.
export function watchPhoto(field, told, otherwise) {
  let scaling = Promise.resolve(null);
  field.addEventListener("change", function () { scaling = scale(field, told, otherwise); });
  field.form.addEventListener("reset", function () {
    scaling = Promise.resolve(null);
    told.textContent = "";
  });
  return function () { return scaling; };
}

function scale(field, told, otherwise) {
  told.textContent = field.files.length ? "正在缩小照片……" : "";
  if (!field.files.length) { return Promise.resolve(null); }
  return shrink(field.files[0]).then(function (small) {
    told.textContent = "照片已缩小到 " + Math.ceil(small.length * 3 / 4 / 1024) + " KB，拍摄地点等信息已删掉。";
    return small;
  }, function () {
    told.textContent = "这张照片打不开。请换一张，也可以" + otherwise + "。";
    field.value = "";
    return null;
  });
}

function shrink(file) {
  return new Promise(function (done, fail) {
    const reader = new FileReader();
    reader.onerror = fail;
    reader.onload = function () {
      const image = new Image();
      image.onerror = fail;
      image.onload = function () { done(drawn(image)); };
      image.src = reader.result;
    };
    reader.readAsDataURL(file);
  });
}

function drawn(image) {
  const scale = Math.min(1, longestSide / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/jpeg", quality).split(",")[1];
}
