import { forgetUnexpected, useUnexpected } from '~/api/requests/unexpected';
import { Button } from '~/ui/button/Button';
import { Dialog } from '~/ui/overlay/Dialog';

/** What came in another shape than Parterre knows: where, and the JSON as it came. */
export function UnexpectedDialog({ onClose }: { onClose(): void }) {
  const shapes = useUnexpected();
  return (
    <Dialog
      title="Unexpected shapes"
      onClose={onClose}
      actions={
        <Button
          onClick={() => {
            forgetUnexpected();
            onClose();
          }}
        >
          Forget these
        </Button>
      }
    >
      <p>
        The server answered with parts that this version of Parterre does not know. They are left
        out or shown raw, and never sent back changed.
      </p>
      <ul className="unexpected">
        {shapes.map((shape) => (
          <li key={shape.id}>
            <code>{shape.request}</code>
            <ul>
              {shape.issues.map(({ path, message }) => (
                <li key={path + message}>
                  <code>{path}</code> {message}
                </li>
              ))}
            </ul>
            <pre>{shape.json}</pre>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
