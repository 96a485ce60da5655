import { requestText } from '~/api/blueprint/artifactsRequest';
import type { BlueprintServer } from '~/api/blueprint/servers';
import { type BlueprintRequest, baseOf } from '~/api/blueprint/tries';
import { CopyButton } from '~/ui/button/CopyButton';

interface RequestPreviewProps {
  server: BlueprintServer;
  request: BlueprintRequest | null;
  /** It is the one whose answer is shown. */
  isSent: boolean;
}

/** Exactly what will be sent: method, address, headers with the token masked, body. */
export function RequestPreview({ server, request, isSent }: RequestPreviewProps) {
  const text = request ? requestText(request, baseOf(server)) : '';
  return (
    <section className="blueprint-preview" aria-labelledby="blueprint-request">
      <div className="blueprint-preview-head">
        <h2 id="blueprint-request">The request</h2>
        <span className="meta">{isSent ? 'Sent; its answer is below' : 'Not sent yet'}</span>
        {request ? (
          <CopyButton variant="quiet" text={text}>
            Copy
          </CopyButton>
        ) : null}
      </div>
      <pre>{request ? text : 'Put the numbers right to see the request.'}</pre>
    </section>
  );
}
