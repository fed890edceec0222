// Makes wwwroot/lib out of node_modules: of what others made, only the parts that a page uses. The build calls it after npm ci.
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const { icons } = JSON.parse(readFileSync('package.json', 'utf8'));
const lib = 'wwwroot/lib';
rmSync(lib, { recursive: true, force: true });
mkdirSync(lib, { recursive: true });

// Reboot and grid (with its spacing and display classes) are a third of Bootstrap; the rest of the look is our own.
const styles = ['bootstrap-reboot', 'bootstrap-grid'].map(part =>
  readFileSync(`node_modules/bootstrap/dist/css/${part}.min.css`, 'utf8').replace(/\/\*# sourceMappingURL=.*?\*\//, ''));
writeFileSync(`${lib}/bootstrap.css`, styles.join('\n'));

copyFileSync('node_modules/@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2', `${lib}/noto-sans.woff2`);

const symbols = icons.map(name => {
  const svg = readFileSync(`node_modules/bootstrap-icons/icons/${name}.svg`, 'utf8');
  return `<symbol id="${name}" viewBox="0 0 16 16">${svg.replace(/^[^>]*>|<\/svg>\s*$/g, '').replace(/\s*\n\s*/g, '')}</symbol>`;
});
writeFileSync(`${lib}/icons.svg`, `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>\n`);

// The map at the precision a screen shows: steps shorter than 0.7 units are joined, what is left has one decimal.
const map = readFileSync('node_modules/@svg-maps/mexico/mexico.svg', 'utf8');
const states = [...map.matchAll(/id="(\w+)"[^>]*?\sd="([^"]+)"/g)].map(([, id, outline]) => `<path id="${id}" d="${simplified(outline)}"/>`);
writeFileSync(`${lib}/mexico.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 793 498">${states.join('')}</svg>\n`);

/** Rewrites rings of relative lines ("m x,y dx,dy … z m …", one of them absolute), each rounded from its true place so that no error adds up. */
function simplified(outline) {
  const shortest = 0.7;
  const rounded = ([x, y]) => [Math.round(x * 10), Math.round(y * 10)];
  let place = [0, 0];
  let last = [0, 0];

  const ring = text => {
    if (text.startsWith('M')) {
      place = [0, 0];
    }

    const steps = text.replace(/[a-z]/gi, '').trim().split(/\s+/).map(step => step.split(',').map(Number));
    let drawn = place;
    const start = [place[0] + steps[0][0], place[1] + steps[0][1]];
    const parts = [];

    for (const [index, [dx, dy]] of steps.entries()) {
      place = [place[0] + dx, place[1] + dy];

      if (index === 0 || index === steps.length - 1 || Math.hypot(place[0] - drawn[0], place[1] - drawn[1]) >= shortest) {
        const [x, y] = rounded(place);
        parts.push(`${(x - last[0]) / 10},${(y - last[1]) / 10}`);
        last = [x, y];
        drawn = place;
      }
    }

    place = start;
    last = rounded(start);
    return `m${parts.join(' ')}z`;
  };

  return outline.split(/z/i).map(part => part.trim()).filter(Boolean).map(ring).join('');
}
