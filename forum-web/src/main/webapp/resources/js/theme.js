const root = document.documentElement;

for (const form of document.querySelectorAll("form[data-theme-switch]")) {
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button) return;
    event.preventDefault();
    choose(button.value, form);
  });
}

function choose(theme, form) {
  const secure = location.protocol === "https:" ? "; secure" : "";
  if (theme === "system") {
    delete root.dataset.theme;
    document.cookie = `hilft-theme=; path=/; max-age=0; samesite=lax${secure}`;
  } else {
    root.dataset.theme = theme;
    document.cookie = `hilft-theme=${theme}; path=/; max-age=31536000; samesite=lax${secure}`;
  }
  for (const button of form.querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.value === theme));
  }
}
