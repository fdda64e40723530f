package hilft.web.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.util.ByteArrayDataSource;

/** A calendar entry that goes with a mail (RFC 6047), as an attachment that mail programs offer to put into the calendar. */
record CalendarPart(String method, byte[] entry) {

    MimeBodyPart toPart() throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        String type = "text/calendar; charset=UTF-8; method=" + method + "; component=VEVENT";
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(entry, type)));
        part.setHeader("Content-Type", type + "; name=event.ics");
        // Base64 keeps the line ends that the format asks for, whatever a mail server does to lines.
        part.setHeader("Content-Transfer-Encoding", "base64");
        part.setFileName("event.ics");
        part.setDisposition(MimeBodyPart.ATTACHMENT);
        return part;
    }
}
