package hilft.forum.shared;

/** One wrong field; the message is found at {@code problem.<code>}, with {@code min} and {@code max} as arguments. */
public record FieldError(String field, String code, int min, int max) {

    public static FieldError of(String field, String code) {
        return new FieldError(field, code, 0, 0);
    }
}
