// The page and its playgrounds talk: methods in one direction, events in the other.
const plain = document.querySelector('#plain');
document.querySelector('#go').onclick = () => plain.run('kubectl create deployment web --image=nginx');
for (const type of ['ready', 'step', 'done', 'error'])
  document.addEventListener(`drydock-${type}`, (event) => {
    document.querySelector('#said').textContent += `${event.target.id}: ${type} ${event.detail.step ?? event.detail.message ?? ''}; `;
  });
