import { Copy } from 'lucide-react';
import { useState } from 'react';
import { requestText } from '~/api/blueprint/artifactsRequest';
import { type BlueprintRequest, baseOf } from '~/api/blueprint/client';
import type { BlueprintServer } from '~/api/blueprint/servers';
import { Button } from '~/ui/button/Button';

interface RequestPreviewProps {
  server: BlueprintServer;
  request: BlueprintRequest | null;
  /** It is the one whose answer is shown. */
  isSent: boolean;
}

/** Exactly what will be sent: method, address, headers with the token masked, body. */
export function RequestPreview({ server, request, isSent }: RequestPreviewProps) {
  const [copied, setCopied] = useState('');
  const text = request ? requestText(request, baseOf(server)) : '';
  return (
    <section className="blueprint-preview" aria-labelledby="blueprint-request">
      <div className="blueprint-preview-head">
        <h2 id="blueprint-request">The request</h2>
        <span className="meta">{isSent ? 'Sent; its answer is below' : 'Not sent yet'}</span>
        {request ? (
          <Button
            size="small"
            variant="quiet"
            icon={<Copy size={14} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() =>
              navigator.clipboard.writeText(text).then(
                () => setCopied(text),
                () => setCopied(''),
              )
            }
          >
            {copied === text ? 'Copied' : 'Copy'}
          </Button>
        ) : null}
      </div>
      <pre>{request ? text : 'Put the numbers right to see the request.'}</pre>
    </section>
  );
}
