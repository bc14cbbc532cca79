// The choice of theme is kept at once; without this script the form has a button.
const forms = document.querySelectorAll("[data-theme-form]");

for (const form of forms) {
  form.addEventListener("change", () => {
    const chosen = new FormData(form).get("theme");
    for (const radio of document.querySelectorAll('[data-theme-form] input[type="radio"]')) {
      radio.checked = radio.value === chosen;
    }
    // The answer is a redirect to this page, which need not be read.
    fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual" }).catch(() => form.requestSubmit());
  });
}
