/** A command that is too long for one line breaks between its words, not within `--image=nginx`. */
export function Words({ text }: { readonly text: string }) {
  return text.split(/(\s+)/).map((part, index) =>
    index % 2 === 1 ? (
      part
    ) : (
      <span key={index} className="word">
        {part}
      </span>
    ),
  );
}
