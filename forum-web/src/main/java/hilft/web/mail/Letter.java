package hilft.web.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One mail of the forum: a sentence, a quote, one button and why it came; as text and as HTML that needs no picture.
 *
 * @param messageId without angle brackets; the same news has the same id however often it is sent, so that mail programs
 *     show it once
 */
record Letter(
        String to,
        String messageId,
        Locale language,
        String subject,
        String greeting,
        String sentence,
        String title,
        String quote,
        String button,
        String url,
        String reason,
        String settings,
        String settingsUrl) {

    static final String BRAND = "Hilft";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    MimeMessage toMessage(Session session, InternetAddress from, @Nullable CalendarPart calendar)
            throws MessagingException {
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + messageId + ">");
            }
        };
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(subject, UTF_8);
        message.setSentDate(new Date());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("List-Unsubscribe", "<" + settingsUrl + ">");
        message.setContentLanguage(new String[] {language.getLanguage()});
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text(), UTF_8);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(html(), UTF_8, "html");
        MimeMultipart words = new MimeMultipart("alternative", plain, html);
        message.setContent(calendar == null ? words : new MimeMultipart(wrap(words), calendar.toPart()));
        return message;
    }

    private static MimeBodyPart wrap(MimeMultipart words) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setContent(words);
        return part;
    }

    String text() {
        return """
                %s

                %s

                %s
                %s
                %s:
                %s

                --\s
                %s
                %s: %s
                """.formatted(greeting, sentence, title, quoted(), button, url, reason, settings, settingsUrl);
    }

    private String quoted() {
        return quote.isEmpty() ? "" : "\n> " + quote.replace("\n", "\n> ") + "\n";
    }

    String html() {
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>
                @media (prefers-color-scheme: dark) {
                  .ground { background: #14181d !important } .sheet { background: #1d2329 !important; border-color: #3b434b !important }
                  .ink { color: #e8e6e1 !important } .quiet { color: #b3b8bd !important } .brand { color: #5ec3d2 !important }
                  .button { background: #5ec3d2 !important; color: #10262b !important }
                }
                </style>
                </head>
                <body class="ground" style="margin:0;padding:24px 12px;background:#faf9f7;font-family:system-ui,-apple-system,'Segoe UI',Roboto,sans-serif">
                <div style="max-width:560px;margin:0 auto">
                <p class="brand" style="margin:0 0 16px;font-size:20px;font-weight:600;color:#0b5c6b">%s</p>
                <div class="sheet" style="padding:24px;background:#ffffff;border:1px solid #dddad4;border-radius:8px">
                <p class="ink" style="margin:0 0 12px;font-size:17px;line-height:27px;color:#22262c">%s</p>
                <p class="ink" style="margin:0 0 16px;font-size:17px;line-height:27px;color:#22262c">%s</p>
                <p class="ink" style="margin:0 0 12px;font-size:17px;line-height:25px;font-weight:600;color:#22262c">%s</p>
                %s<p style="margin:24px 0 0"><a class="button" href="%s" style="display:inline-block;padding:12px 20px;background:#0b5c6b;color:#ffffff;font-size:17px;font-weight:600;text-decoration:none;border-radius:6px">%s</a></p>
                </div>
                <p class="quiet" style="margin:16px 0 0;font-size:13px;line-height:20px;color:#5a6068">%s<br><a class="quiet" href="%s" style="color:#5a6068">%s</a></p>
                </div>
                </body>
                </html>
                """.formatted(
                        language.getLanguage(),
                        escape(subject),
                        BRAND,
                        escape(greeting),
                        escape(sentence),
                        escape(title),
                        htmlQuote(),
                        escape(url),
                        escape(button),
                        escape(reason),
                        escape(settingsUrl),
                        escape(settings));
    }

    private String htmlQuote() {
        return quote.isEmpty() ? "" : """
                <blockquote class="ink" style="margin:0;padding:4px 0 4px 16px;border-left:3px solid #0b5c6b;font-size:15px;line-height:22px;color:#22262c">%s</blockquote>
                """.formatted(escape(quote).replace("\n", "<br>"));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
