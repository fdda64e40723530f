package hilft.web.heap;

/** How many bytes of the heap each kind of kept things may take. */
public enum HeapShare {
    SHARED_PAGES(5),
    MEMBER_PAGES(4),
    FRAGMENTS(3),
    FRAGMENTS_OF_READERS(1),
    THREADS(2);

    private final int percent;

    HeapShare(int percent) {
        this.percent = percent;
    }

    public long bytes() {
        return bytesOf(Runtime.getRuntime().maxMemory());
    }

    long bytesOf(long heap) {
        return heap / 100 * percent;
    }
}
