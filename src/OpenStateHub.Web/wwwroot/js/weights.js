// Shows what the weights total while they are typed. Without it the page says so when it is sent.
for (const form of document.querySelectorAll('[data-weights]')) {
  const total = form.querySelector('[data-total]');

  form.addEventListener('input', () => {
    const hundredths = [...form.querySelectorAll('[data-weight]')]
      .map(input => Math.round(Number(input.value.replace('%', '').trim().replace(',', '.')) * 100));
    const sum = hundredths.reduce((all, one) => all + one, 0);
    total.textContent = Number.isNaN(sum) ? '—' : `${sum / 100} %`;
    total.classList.toggle('not-whole', sum !== 10000);
  });
}
