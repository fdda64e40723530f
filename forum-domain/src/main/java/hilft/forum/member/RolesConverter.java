package hilft.forum.member;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Set;

import static java.util.stream.Collectors.joining;

/** Roles are stored as their labels, separated by commas. */
@Converter
public class RolesConverter implements AttributeConverter<Set<Role>, String> {

    @Override
    public String convertToDatabaseColumn(Set<Role> roles) {
        return roles.stream().sorted().map(Role::label).collect(joining(","));
    }

    @Override
    public Set<Role> convertToEntityAttribute(String labels) {
        return Role.among(List.of(labels.split(",")));
    }
}
