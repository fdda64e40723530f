package hilft.web.channel.x;

/** A token to act with at X, of the generation that the database counts. */
record XAccess(String token, long generation) {

    @Override
    public String toString() {
        return "access of generation " + generation;
    }
}
