package hilft.bench;

/**
 * What was measured of one kind of request: requests a second, latencies and the server's CPU in milliseconds, statements
 * the database answered for each request, and the rate in relation to a static file of the same run.
 */
record Row(
        String name,
        double rate,
        double p50,
        double p95,
        double p99,
        long errors,
        double cpu,
        double statements,
        double ratio) {

    Row against(double staticRate) {
        return new Row(name, rate, p50, p95, p99, errors, cpu, statements, rate / staticRate);
    }
}
