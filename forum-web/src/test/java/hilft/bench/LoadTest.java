package hilft.bench;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LoadTest {
    @Test
    void whatWrkPrintsIsUnderstood() {
        var answered = Load.read("""
                Running 10s test @ http://localhost:8080
                  2 threads and 32 connections
                  Thread Stats   Avg      Stdev     Max   +/- Stdev
                    Latency     1.20ms    2.30ms  51.00ms   91.00%
                    Req/Sec     9.80k     1.20k   12.00k    70.00%
                  Latency Distribution
                     50%  740.00us
                     75%    1.10ms
                     90%    2.50ms
                     99%    1.05s\s
                  195123 requests in 10.01s, 5.64GB read
                  Socket errors: connect 0, read 3, write 0, timeout 1
                  Non-2xx or 3xx responses: 7
                Requests/sec:  19492.80
                Transfer/sec:    577.21MB
                95% in 31200
                """);
        assertThat(answered).isEqualTo(new Load.Answered(195_123, 19_492.80, 0.74, 31.2, 1_050, 11));
    }
}
