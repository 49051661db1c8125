package org.isnad.audit.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;

import org.isnad.tlog.Checkpoint;

/** Somebody who keeps the mails with checkpoints that come in. */
final class MailWitness implements WitnessTarget {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final ReactiveMailer mailer;
    private final String address;

    MailWitness(ReactiveMailer mailer, String address) {
        this.mailer = mailer;
        this.address = address;
    }

    @Override
    public String push(Handover handover) throws IOException {
        Checkpoint checkpoint = handover.checkpoint();
        String note = handover.note().encoded();
        Mail mail = Mail
                .withText(address, "Checkpoint of " + checkpoint.origin() + ": " + checkpoint.size() + " events",
                        """
                                This is a signed checkpoint of the history of a fact-check desk. Please keep it. As long as you have it, nobody can
                                change, remove or insert anything in the first %d events without your being able to prove it.
                                To check a history against it, save the attached file and give it to isnad-verify.jar with --held.

                                هذه نقطة تثبيت موقعة من سجل مكتب لتدقيق الحقائق، فاحتفظ بها من فضلك. ما دامت عندك فلن يستطيع أحد أن يغيّر شيئًا
                                في الأحداث الأولى (وعددها %d) أو يحذفه أو يضيف إليها دون أن تستطيع إثبات ذلك.
                                لفحص سجل على أساسها احفظ الملف المرفق، ومرره إلى isnad-verify.jar بالخيار --held.

                                %s"""
                                .formatted(checkpoint.size(), checkpoint.size(), note))
                .addHeader("Auto-Submitted", "auto-generated")
                .addAttachment("%012d.checkpoint".formatted(checkpoint.size()), note.getBytes(StandardCharsets.UTF_8),
                        "text/plain; charset=utf-8");
        try {
            mailer.send(mail).await().atMost(LONGEST);
            return "mailto:" + address;
        } catch (RuntimeException e) {
            throw new IOException("the mail to " + address + " was not sent: " + e.getMessage()
                    + ". The mail server is set by quarkus.mailer.host and its neighbours", e);
        }
    }
}
