package org.isnad.audit.witness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The witness of the verifier's jar, as another organisation runs it. */
final class WitnessProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Ready on port ([0-9]+)\\. The witness's key: (.+)");

    private final Process process;
    private final String port;
    private final String key;

    private WitnessProcess(Process process, String port, String key) {
        this.process = process;
        this.port = port;
        this.key = key;
    }

    /**
     * @param port
     *            0 for any
     */
    static WitnessProcess start(Path state, int port, List<String> logKeys) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", "target/classes",
                        "org.isnad.verify.Main", "witness", "--listen", "127.0.0.1:" + port, "--state",
                        state.toString(), "--lang", "en"));
        logKeys.forEach(logKey -> command.addAll(List.of("--log-key", logKey)));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader out = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                return new WitnessProcess(process, ready.group(1), ready.group(2));
            }
            said.append(line).append('\n');
        }
        throw new IOException("The witness did not start: " + said);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    String key() {
        return key;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
