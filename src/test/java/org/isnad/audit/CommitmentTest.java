package org.isnad.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

import org.isnad.kernel.FieldChange;

class CommitmentTest {
    private static final byte[] SALT = HexFormat.of().parseHex("00".repeat(31) + "01");

    @Test
    void hashesSaltAndThenTheCanonicalValues() throws Exception {
        Commitment commitment = Commitment.to(new FieldChange("wording", "عبرت", "لم تعبر"), SALT);

        String payload = "{\"after\":\"لم تعبر\",\"before\":\"عبرت\"}";
        assertThat(new String(commitment.payload(), StandardCharsets.UTF_8)).isEqualTo(payload);
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update(SALT);
        sha256.update(payload.getBytes(StandardCharsets.UTF_8));
        assertThat(commitment.hash()).isEqualTo(HexFormat.of().formatHex(sha256.digest()));
    }

    @Test
    void aFieldThatCannotBeWrittenIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Commitment.to(FieldChange.added("due", Instant.EPOCH), SALT))
                .withMessageStartingWith("Field due of an event: JSON has no java.time.Instant");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Commitment("due", new byte[31], new byte[0]))
                .withMessage("A salt has 32 bytes, not 31");
    }

    @Property
    void anotherSaltGivesAnotherHash(@ForAll String value, @ForAll @Size(32) byte[] salt,
            @ForAll @IntRange(max = 255) int bit) {
        Assume.that(isText(value));
        byte[] other = salt.clone();
        other[bit / 8] ^= (byte) (1 << bit % 8);
        FieldChange change = FieldChange.added("summary", value);
        assertThat(Commitment.to(change, other).hash()).isNotEqualTo(Commitment.to(change, salt).hash());
        assertThat(Commitment.to(change, salt)).isEqualTo(Commitment.to(change, salt));
    }

    @Property
    void otherValuesGiveAnotherHash(@ForAll String one, @ForAll String other, @ForAll @Size(32) byte[] salt) {
        Assume.that(isText(one) && isText(other) && !one.equals(other));
        String committed = Commitment.to(new FieldChange("summary", one, other), salt).hash();
        assertThat(committed).isNotEqualTo(Commitment.to(new FieldChange("summary", other, one), salt).hash())
                .isNotEqualTo(Commitment.to(FieldChange.added("summary", other), salt).hash())
                .isNotEqualTo(Commitment.to(new FieldChange("summary", one, one), salt).hash());
    }

    @Property
    void theEventRevealsNoValue(
            @ForAll @CharRange(from = '\u0621', to = '\u064a') @StringLength(min = 3) String secret) {
        Commitment commitment = Commitment.to(FieldChange.added("rationale", secret), SALT);
        byte[] leaf = AuditEventTest.event(1, null, commitment).canonical();
        assertThat(new String(leaf, StandardCharsets.UTF_8)).doesNotContain(secret).contains(commitment.hash());
    }

    private static boolean isText(String value) {
        return value.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
