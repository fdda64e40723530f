package hilft.forum.similar;

import org.jspecify.annotations.Nullable;

/**
 * The language model at this moment: {@code kind} as configured, {@code model} empty when there is none, {@code well}
 * when it is as it should be, {@code largeGloss} with Debian's word list, {@code megabytes} what the process grew by when
 * it was loaded, 0 when it runs elsewhere or that is not known, {@code problem} for operators.
 */
public record ModelState(
        String kind,
        String model,
        boolean well,
        boolean largeGloss,
        long megabytes,
        @Nullable String problem) {}
