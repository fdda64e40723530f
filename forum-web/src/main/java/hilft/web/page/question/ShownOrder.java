package hilft.web.page.question;

/** An order of a thread's answers, with the address of the thread in it. */
public record ShownOrder(String label, String url, boolean current) {}
