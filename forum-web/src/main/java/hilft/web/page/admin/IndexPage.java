package hilft.web.page.admin;

import hilft.forum.search.upkeep.Upkeep;
import hilft.forum.search.upkeep.UpkeepState;
import hilft.forum.search.upkeep.UpkeepState.Status;
import hilft.forum.similar.LanguageModels;
import hilft.forum.similar.ModelState;
import hilft.web.faces.Words;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How the search of this node is doing, and having its index built anew. */
@Named
@RequestScoped
public class IndexPage {
    /** While it is being built, progress is looked at this often (seconds), else less often. */
    private static final int SOON = 1;

    private static final int LATER = 10;

    @Inject
    Upkeep upkeep;

    @Inject
    Words words;

    @Inject
    LanguageModels models;

    @Inject
    ModelCost cost;

    @Inject
    Clock clock;

    private @Nullable UpkeepState state;

    @PostConstruct
    void read() {
        state = upkeep.state();
    }

    public UpkeepState getState() {
        return Objects.requireNonNull(state);
    }

    public int getLook() {
        return isBuilding() ? SOON : LATER;
    }

    public boolean isBuilding() {
        return getState().status() == Status.BUILDING;
    }

    public boolean isReady() {
        return getState().status() == Status.READY;
    }

    public String getStatusKey() {
        return "admin.index." + getState().status().name().toLowerCase(Locale.ROOT);
    }

    /** A figure of the index, or that it cannot be read now. */
    public String figure(long number) {
        return number < 0 ? "–" : words.number(number);
    }

    public String getProgress() {
        return words.of("admin.index.progress", getState().done(), getState().total());
    }

    /** When something was written to it last, or nothing. */
    public @Nullable Instant getWrittenAt() {
        return getState().quiet() == null
                ? null
                : clock.instant().minus(getState().quiet());
    }

    public ModelState getModel() {
        return models.state();
    }

    public String getModelKey() {
        ModelState model = models.state();
        if (model.model().isEmpty()) return model.kind().equals("none") ? "admin.model.off" : "admin.model.missing";
        return model.well() ? "admin.model.well" : "admin.model.failing";
    }

    public String getCost() {
        OptionalDouble milliseconds = cost.milliseconds();
        return milliseconds.isPresent()
                ? words.of(
                        "admin.model.cost.measured",
                        milliseconds.getAsDouble(),
                        getModel().megabytes())
                : words.of("admin.model.cost.none");
    }

    public String getMemory() {
        ProcessMemory memory = ProcessMemory.now();
        return words.of("admin.index.heap", memory.resident(), memory.heap(), memory.heapMax());
    }
}
