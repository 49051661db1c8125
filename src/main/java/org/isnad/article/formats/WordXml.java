package org.isnad.article.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads a part of a Word document from its beginning to its end, and keeps nothing of it. A document type is refused, since it can
 * name files and other servers.
 */
abstract class WordXml {
    private static final int DEEPEST = 1000;
    private static final int MOST_ELEMENTS = 1_000_000;

    /** @param in of the element, to be asked for its attributes and nothing else */
    abstract void begin(String element, XMLStreamReader in) throws IOException;

    abstract void end(String element) throws IOException;

    /** A piece of what stands in the element. */
    abstract void words(String element, String words) throws IOException;

    final void read(byte[] part) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(part));
            Deque<String> open = new ArrayDeque<>();
            int elements = 0;
            while (in.hasNext()) {
                switch (in.next()) {
                    case XMLStreamConstants.DTD -> throw new IOException("a Word document has no document type");
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++elements > MOST_ELEMENTS || open.size() > DEEPEST) {
                            throw new TooLargeException();
                        }
                        open.push(in.getLocalName());
                        begin(in.getLocalName(), in);
                    }
                    case XMLStreamConstants.END_ELEMENT -> end(open.pop());
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (!open.isEmpty()) {
                            words(open.peek(), in.getText());
                        }
                    }
                    default -> {
                        // Comments and the like.
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    /** Of an attribute in whichever of the format's name spaces; empty for none. */
    static String attribute(XMLStreamReader in, String name) {
        for (int i = 0; i < in.getAttributeCount(); i++) {
            if (in.getAttributeLocalName(i).equals(name)) {
                return in.getAttributeValue(i);
            }
        }
        return "";
    }
}
