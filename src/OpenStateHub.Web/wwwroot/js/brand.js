// Refines the colour form: a palette beside the field, and the preview follows what is typed. Legibility is judged when the form is sent.
const field = document.getElementById('accent');
const preview = document.querySelector('[data-accent-preview]');
const whole = /^#[0-9a-f]{6}$/i;

const palette = document.createElement('input');
palette.type = 'color';
palette.className = 'palette';
palette.setAttribute('aria-label', document.querySelector('script[data-picker]').dataset.picker);
palette.value = whole.test(field.value) ? field.value : '#611232';
field.after(palette);

const show = (colour) => preview.style.setProperty('--accent', colour);

palette.addEventListener('input', () => {
  field.value = palette.value;
  show(palette.value);
});
field.addEventListener('input', () => {
  if (whole.test(field.value)) {
    palette.value = field.value;
    show(field.value);
  }
});
