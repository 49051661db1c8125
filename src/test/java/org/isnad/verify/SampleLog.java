package org.isnad.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.isnad.tlog.Ed25519Signer;
import org.isnad.tlog.Hash;
import org.isnad.tlog.KeyHistory;
import org.isnad.tlog.MemoryLog;
import org.isnad.tlog.SignedNote;

/** A log of events as the application writes them, with what it exports: for an auditor, and as a bundle for one claim. */
final class SampleLog {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    private static final int CLAIMS = 5;

    final MemoryLog log = new MemoryLog("desk.example/log");
    final Ed25519Signer key = Ed25519Signer.generate(log.origin());
    final KeyHistory keys = KeyHistory.startingWith(key.verifierKey());
    private final List<Event> events = new ArrayList<>();

    /** What happened, and what opens it. */
    private record Event(int claim, int version, String canonical, String salt, String state, List<String> values) {
        byte[] entry() {
            HexFormat hex = HexFormat.of();
            byte[] stateBytes = state.equals("-") ? new byte[Hash.BYTES] : hex.parseHex(state);
            return Hash.sha256(hex.parseHex(salt), stateBytes, utf8(canonical)).bytes();
        }
    }

    record Run(int exit, String out, String err) {}

    static Run run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(args));
        if (!all.contains("--lang") && !all.isEmpty()) {
            all.addAll(List.of("--lang", "en"));
        }
        int exit = new Main(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), CLOCK).run(all);
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Events of five claims in turn; the value of claim 0's second event is erased, as its seventh says. */
    static SampleLog ofSize(int size) {
        SampleLog sample = new SampleLog();
        for (int i = 0; i < size; i++) {
            sample.add(i % CLAIMS, i / CLAIMS + 1);
        }
        return sample;
    }

    private void add(int claim, int version) {
        boolean erasing = claim == 0 && version == 7;
        int count = erasing ? 0 : (claim + version) % 3;
        List<String> values = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (int position = 0; position < count; position++) {
            String salt = random("value salt", claim, version, position);
            String payload = "{\"after\":\"نص %d\",\"before\":null}".formatted(version);
            changes.add("{\"commitment\":\"" + Hash.sha256(HexFormat.of().parseHex(salt), utf8(payload)).hex()
                    + "\",\"field\":\"field" + position + "\"}");
            values.add(claim == 0 && version == 2 ? "erased" : salt + " " + payload);
        }
        String part = erasing ? "\"part\":\"event/2\"," : "";
        String canonical = "{\"action\":\"" + (erasing ? "VALUE_ERASED" : "CLAIM_REVISED")
                + "\",\"aggregate\":{\"id\":\"" + id(claim) + "\",\"type\":\"CLAIM\",\"version\":" + version
                + "},\"changes\":[" + String.join(",", changes) + "]," + part + "\"transaction\":\"1\"}";
        Event event = new Event(claim, version, canonical, random("salt", claim, version, 0),
                version % 2 == 0 ? "-" : random("state", claim, version, 0), values);
        events.add(event);
        log.append(List.of(event.entry()));
    }

    static String id(int claim) {
        return "00000000-0000-7000-8000-%012d".formatted(claim);
    }

    private static String random(String what, int... numbers) {
        return Hash.sha256(utf8(what + java.util.Arrays.toString(numbers))).hex();
    }

    SignedNote checkpoint(long size) {
        return log.signed(size, key);
    }

    Map<String, byte[]> export(Path scratch) {
        try {
            log.writeTo(scratch, checkpoint(log.size()), keys);
            Map<String, byte[]> files = files(scratch);
            StringBuilder openings = new StringBuilder();
            StringBuilder values = new StringBuilder();
            for (int i = 0; i < events.size(); i++) {
                Event event = events.get(i);
                openings.append(i + " " + event.salt + " " + event.state + " " + event.canonical + "\n");
                for (int position = 0; position < event.values.size(); position++) {
                    values.append(i + " " + position + " " + event.values.get(position) + "\n");
                }
            }
            files.put("openings.txt", utf8(openings.toString()));
            files.put("values.txt", utf8(values.toString()));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, byte[]> bundle(int claim, int size) {
        Map<String, byte[]> files = new TreeMap<>();
        SignedNote checkpoint = checkpoint(size);
        int number = 0;
        for (int i = 0; i < size; i++) {
            Event event = events.get(i);
            if (event.claim == claim) {
                String name = "events/%05d.".formatted(++number);
                files.put(name + "json", utf8(event.canonical));
                files.put(name + "proof", utf8(log.proof(i, checkpoint).encoded()));
                files.put(name + "opening",
                        utf8("index " + i + "\nsalt " + event.salt + "\nstate " + event.state + "\n"));
                files.put(name + "values",
                        utf8(event.values.isEmpty() ? "" : String.join("\n", event.values) + "\n"));
            }
        }
        files.put("bundle.txt", utf8("isnad-bundle/1\norigin " + log.origin() + "\naggregate CLAIM " + id(claim)
                + "\nevents " + number + "\n"));
        files.put("checkpoint", utf8(checkpoint.encoded()));
        files.put("keys", utf8(keys.encoded()));
        files.put("history.html", utf8("<p>history"));
        files.put("README.txt", utf8("read me"));
        return files;
    }

    static Path zip(Map<String, byte[]> files, Path zip) {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return zip;
    }

    static Map<String, byte[]> files(Path directory) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
