package hilft.forum.similar.deflection;

import hilft.forum.similar.Features;

/** By which figures a thread was suggested for a question in a language, {@code de} or {@code en}. */
public record Judgement(Features features, String language) {}
