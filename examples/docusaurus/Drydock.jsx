// For Docusaurus and other sites with MDX: put this file into src/components, then in a page
//
//     import Drydock from '@site/src/components/Drydock';
//
//     <Drydock home="https://example.org/drydock/" lesson="expose-your-app" height="600" />
import { useEffect } from 'react';

/** A playground. `home` is the address of your copy of Drydock, ending in a slash; all else as for <drydock-playground>. */
export default function Drydock({ home, children, ...attributes }) {
  useEffect(() => {
    const address = `${home}embed.js`;
    if (document.querySelector(`script[src="${address}"]`)) return;
    const script = document.createElement('script');
    script.src = address;
    script.async = true;
    document.head.append(script);
  }, [home]);
  return <drydock-playground {...attributes}>{children}</drydock-playground>;
}
