package org.isnad.audit.web;

import java.util.Optional;
import java.util.stream.Stream;

/** The actions of all histories, each with its icon. What features call their actions is repeated here, to be named to people. */
public enum HistoryAction {
    CLAIM_PROPOSED("pin"),
    CLAIM_REWORDED("edit"),
    APPEARANCE_ADDED("pin"),
    APPEARANCE_FOLLOWED("pin"),
    APPEARANCE_LOST("warning"),
    APPEARANCE_GONE("cross"),
    CLAIM_ACCEPTED("check"),
    CLAIM_DISMISSED("cross"),
    CLAIM_RESTORED("return"),
    CLAIM_ASSIGNED("person"),
    CLAIM_TAKEN("person"),
    CLAIM_REASSIGNED("people"),
    CLAIM_RELEASED("return"),
    EVIDENCE_ADDED("link"),
    EVIDENCE_EDITED("edit"),
    EVIDENCE_REMOVED("trash"),
    EVIDENCE_PUT_BACK("return"),
    EVIDENCE_MOVED("menu"),
    DRAFT_SAVED("edit"),
    VERDICT_SUBMITTED("send"),
    VERDICT_WITHDRAWN("return"),
    VERDICT_RETURNED("return"),
    VERDICT_APPROVED("check"),
    APPROVAL_REFUSED("lock"),
    VERDICT_PUBLISHED("globe"),
    CORRECTION_OPENED("edit"),
    CORRECTION_PUBLISHED("globe"),
    VERDICT_RETRACTED("warning"),
    ERASED("lock"),
    PERSON_JOINED("person"),
    PERSON_CHANGED("person"),
    SIGN_IN_REFUSED("lock"),
    ARTICLE_RECEIVED("article"),
    ARTICLE_CAPTURED_AGAIN("archive"),
    ARTICLE_FOUND_UNCHANGED("archive"),
    ARTICLE_SEEN_ALSO("link"),
    ARTICLE_TRIAGE_FINISHED("check"),
    ARTICLE_TRIAGE_REOPENED("return"),
    SUGGESTION_DISMISSED("cross"),
    SUGGESTION_RESTORED("return"),
    RATING_SCALE_ADOPTED("bookmark"),
    CLAIM_READ("eye"),
    HISTORY_READ("eye"),
    BUNDLE_EXPORTED("download"),
    ARTICLE_READ("eye"),
    LIST_READ("eye"),
    LOG_EXPORTED("download"),
    ERASURE_ASKED("edit"),
    ERASURE_WITHDRAWN("return"),
    ERASURE_REFUSED("cross"),
    ERASURE_DONE("trash"),
    SOURCE_ADDED("plus"),
    SOURCE_CHANGED("edit"),
    SOURCE_REMOVED("trash"),
    ARTICLE_ORIGINS_RECORDED("article"),
    ORIGIN_RECORDED("plus"),
    ORIGIN_RENAMED("edit"),
    ORIGIN_MERGED("people"),
    ORIGIN_MERGED_AWAY("people"),
    ORIGIN_NAME_PARTED("person"),
    ORIGIN_RESTORED("return");

    private final String icon;

    HistoryAction(String icon) {
        this.icon = icon;
    }

    static Optional<HistoryAction> of(String name) {
        return Stream.of(values()).filter(action -> action.name().equals(name)).findFirst();
    }

    public String icon() {
        return icon;
    }

    /** Whether the icon points along the reading direction and turns with it. */
    public boolean flips() {
        return icon.equals("send") || icon.equals("return");
    }

    /** What decides over the verdict or shows it to the public stands out. */
    public boolean decides() {
        return this == VERDICT_APPROVED || this == VERDICT_PUBLISHED || this == CORRECTION_PUBLISHED
                || this == VERDICT_RETRACTED;
    }
}
