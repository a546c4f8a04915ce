// Files that somebody drops or chooses, with all that lies in folders.

// In a folder lie covers and lists as well; what is chosen by itself is sent, whatever it is.
const SOUND =
  /\.(mp[23]|m4[ab]|mp4|aac|flac|og[ga]|opus|wav|aiff?|aifc|wma|asf|wv|tta|ape|mpc|ac3|dsf|dff|mka|caf|au)$/i;

/** Return the files of a drop: [{file, name}], those of folders by their way from there. */
export async function droppedFiles(transfer) {
  const entries = [...transfer.items]
    .filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
  const found = [];
  for (const entry of entries) await gather(entry, found, true);
  return found;
}

/** Return the files of a file input in the same form. */
export function chosenFiles(input) {
  const files = [...input.files].map((file) => ({
    file,
    name: file.webkitRelativePath || file.name,
  }));
  return input.webkitdirectory ? files.filter(({ name }) => SOUND.test(name)) : files;
}

async function gather(entry, found, isChosen) {
  if (entry === null) return;
  if (entry instanceof File) {
    found.push({ file: entry, name: entry.name });
  } else if (entry.isFile) {
    if (!isChosen && !SOUND.test(entry.name)) return;
    const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
    found.push({ file, name: isChosen ? file.name : entry.fullPath.replace(/^\//, "") });
  } else {
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
      if (!some.length) return;
      some.sort((a, b) => a.name.localeCompare(b.name));
      for (const one of some) await gather(one, found, false);
    }
  }
}
