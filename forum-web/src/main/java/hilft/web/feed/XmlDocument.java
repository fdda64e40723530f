package hilft.web.feed;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document in UTF-8 as it is written, element by element. */
public final class XmlDocument {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(16_384);
    private final XMLStreamWriter writer;

    /** Attributes are names and values in turn; {@code xml:lang} and {@code xml:base} are written as such. */
    public XmlDocument(String root, String namespace, String... attributes) {
        try {
            // a writer, not the stream: for a stream the JDK's writer splits characters beyond the basic plane
            writer = FACTORY.createXMLStreamWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
            writer.writeStartDocument("UTF-8", "1.0");
            writer.setDefaultNamespace(namespace);
            writer.writeStartElement(namespace, root);
            writer.writeDefaultNamespace(namespace);
            attributes(attributes);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public XmlDocument open(String name, String... attributes) {
        try {
            writer.writeStartElement(name);
            attributes(attributes);
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return this;
    }

    public XmlDocument close() {
        try {
            writer.writeEndElement();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return this;
    }

    /** An element with nothing but a text, which may be empty. */
    public XmlDocument element(String name, String text, String... attributes) {
        open(name, attributes);
        try {
            writer.writeCharacters(allowed(text));
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return close();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            String name = attributes[i];
            String value = allowed(attributes[i + 1]);
            if (name.startsWith("xml:")) {
                writer.writeAttribute("xml", XMLConstants.XML_NS_URI, name.substring(4), value);
            } else {
                writer.writeAttribute(name, value);
            }
        }
    }

    /** The finished document; whatever is still open is closed. */
    public byte[] bytes() {
        try {
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The text without the characters that XML 1.0 has no way to write (its section 2.2), not even escaped. */
    static String allowed(String text) {
        return text.codePoints().allMatch(XmlDocument::isAllowed)
                ? text
                : text.codePoints()
                        .filter(XmlDocument::isAllowed)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
