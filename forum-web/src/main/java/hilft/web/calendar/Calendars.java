package hilft.web.calendar;

import hilft.forum.member.MemberView;
import hilft.forum.text.Markdown;
import hilft.rewards.event.EventView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import net.fortuna.ical4j.validate.ValidationResult;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import static java.nio.charset.StandardCharsets.UTF_8;

/** The calendar entry of one guest, as iCalendar (RFC 5545) in UTF-8, in the guest's language. */
@ApplicationScoped
public class Calendars {

    private static final String PRODUCT = "-//Hilft//Hilft//DE";

    @Inject
    Markdown markdown;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "hilft.mail.from", defaultValue = "hilft@localhost")
    String from;

    @Inject
    @ConfigProperty(name = "hilft.base-url", defaultValue = "http://localhost:8080")
    String baseUrl;

    /**
     * Puts the event into the guest's calendar, or changes what is there.
     *
     * @param sequence greater than that of any entry of this event that the guest had before with other contents
     */
    public byte[] request(EventView event, MemberView guest, int sequence) {
        return write(ImmutableMethod.REQUEST, ImmutableStatus.VEVENT_CONFIRMED, event, guest, sequence);
    }

    /** Takes the event out of the guest's calendar. */
    public byte[] cancel(EventView event, MemberView guest, int sequence) {
        return write(ImmutableMethod.CANCEL, ImmutableStatus.VEVENT_CANCELLED, event, guest, sequence);
    }

    private byte[] write(Method method, Status status, EventView event, MemberView guest, int sequence) {
        VEvent entry = new VEvent(new PropertyList(properties(event, guest, sequence, status)));
        Calendar calendar = new Calendar(
                new PropertyList(List.of(
                        ImmutableVersion.VERSION_2_0, new ProdId(PRODUCT), ImmutableCalScale.GREGORIAN, method)),
                new ComponentList<>(List.of(TimeZones.of(event.zone(), event.startsAt(), event.endsAt()), entry)));
        ValidationResult result = calendar.validate(true);
        if (result.hasErrors()) {
            throw new IllegalStateException("no valid calendar entry: " + result);
        }
        return Folding.fold(calendar.toString()).getBytes(UTF_8);
    }

    private List<Property> properties(EventView event, MemberView guest, int sequence, Status status) {
        String language = guest.language();
        List<Property> properties = new ArrayList<>(List.of(
                new Uid(event.uid()),
                new Sequence(sequence),
                new DtStamp(clock.instant()),
                new DtStart<ZonedDateTime>(event.startsAt().atZone(event.zone())),
                new DtEnd<ZonedDateTime>(event.endsAt().atZone(event.zone())),
                new Summary(event.title(language)),
                new Description(markdown.toPlain(event.text(language)) + "\n\n" + base() + event.url()),
                organizer(),
                attendee(guest),
                status));
        String place = event.place();
        if (place != null) {
            properties.add(new Location(place));
        }
        String stream = event.streamUrl();
        properties.add(new Url(URI.create(stream == null ? base() + event.url() : stream)));
        return properties;
    }

    private Organizer organizer() {
        try {
            InternetAddress sender = new InternetAddress(from);
            String name = Objects.requireNonNullElse(sender.getPersonal(), "Hilft");
            return new Organizer(new ParameterList(List.of(new Cn(name))), mailto(sender.getAddress()));
        } catch (AddressException misconfigured) {
            throw new IllegalStateException("hilft.mail.from is no address", misconfigured);
        }
    }

    private Attendee attendee(MemberView guest) {
        String email = guest.email();
        URI address = email == null ? URI.create(base() + "/members/" + guest.handle()) : mailto(email);
        return new Attendee(
                new ParameterList(List.of(new Cn(guest.displayName()), Role.REQ_PARTICIPANT, PartStat.ACCEPTED)),
                address);
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException noAddress) {
            throw new IllegalStateException(noAddress);
        }
    }

    private String base() {
        return baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    }
}
