package org.isnad.verify;

import java.nio.file.Path;

/** What the verifier says, for tests of what it is given. */
public record VerifierRun(int exit, String out) {

    /**
     * Checks a bundle.
     *
     * @param key
     *            a verifier key, or the path of a file of keys
     */
    public static VerifierRun bundle(Path zip, String key) {
        SampleLog.Run run = SampleLog.run("bundle", zip.toString(), "--key", key);
        return new VerifierRun(run.exit(), run.out());
    }
}
