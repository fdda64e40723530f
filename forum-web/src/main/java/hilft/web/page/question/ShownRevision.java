package hilft.web.page.question;

import hilft.forum.revision.RevisionView;
import org.jspecify.annotations.Nullable;

/**
 * A revision with what it changed.
 *
 * @param changes null for the first revision, which is shown as it is
 * @param restoreUrl where it can be made the present text again; empty for the present one and for whoever may not edit
 */
public record ShownRevision(RevisionView revision, @Nullable Comparison changes, boolean current, String restoreUrl) {}
