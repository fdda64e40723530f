package hilft.forum.shared;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

import static java.time.ZoneOffset.UTC;

/** EclipseLink would bind an Instant as a blob; the database keeps UTC without a zone. */
@Converter(autoApply = true)
public class InstantConverter implements AttributeConverter<@Nullable Instant, @Nullable LocalDateTime> {

    @Override
    public @Nullable LocalDateTime convertToDatabaseColumn(@Nullable Instant instant) {
        return instant == null ? null : LocalDateTime.ofInstant(instant, UTC);
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(UTC);
    }
}
