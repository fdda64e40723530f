package hilft.web.faces;

/** What stood at the address has been hidden or withdrawn: the page answers 410, so that robots forget it. */
public class Gone extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Gone() {
        super(null, null, false, false);
    }
}
