package org.isnad.evidence.web;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

import org.isnad.evidence.Source;
import org.isnad.evidence.Stance;

/** Words about evidence. */
@MessageBundle(value = "evidence", locale = "en")
public interface EvidenceMessages {
    @Message
    String stance(Stance stance);

    @Message
    String source(Source source);
}
