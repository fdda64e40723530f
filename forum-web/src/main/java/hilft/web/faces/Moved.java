package hilft.web.faces;

/** The page asked for has another address for good. */
public class Moved extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String address;

    /** The address is a path of the forum, with its query. */
    public Moved(String address) {
        super(address, null, false, false);
        this.address = address;
    }

    String address() {
        return address;
    }
}
