// Hands text to the visitor as a file.

export function downloadText(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // Firefox starts to read the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
