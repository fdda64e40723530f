package hilft.forum.similar.deflection;

import java.time.LocalDate;

/** What the askings of one day in one language ({@code de} or {@code en}) came to. */
public record DeflectionDay(LocalDate day, String language, DeflectionFigures figures) {}
