package org.isnad.production;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code docker/compose.yaml} as it is read, with anchors resolved and variables left as they stand. */
public record ComposeFile(String text, Map<String, Object> content) {
    static final Path DOCKER = Path.of("docker");
    /** The two forms that the file may use: a value that must be given, and one with a default. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:\\?[^}]*|:-([^}]*))}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_]+)}");

    public static ComposeFile read() {
        var text = text(DOCKER.resolve("compose.yaml"));
        return new ComposeFile(text, map(new Yaml(new SafeConstructor(new LoaderOptions())).load(text)));
    }

    Map<String, Map<String, Object>> services() {
        var services = new LinkedHashMap<String, Map<String, Object>>();
        map(content.get("services")).forEach((name, service) -> services.put(name, map(service)));
        return services;
    }

    Map<String, String> environment(String service) {
        var environment = new TreeMap<String, String>();
        map(services().get(service).get("environment"))
                .forEach((name, value) -> environment.put(name, value.toString()));
        return environment;
    }

    /** The service's environment as Compose would pass it on. */
    public Map<String, String> environment(String service, UnaryOperator<String> values) {
        var environment = environment(service);
        environment.replaceAll((name, value) -> VARIABLE.matcher(value).replaceAll(found -> Matcher.quoteReplacement(
                Optional.ofNullable(values.apply(found.group(1))).orElseGet(() -> otherwise(found.group(3))))));
        return environment;
    }

    /** All variables by name, with their default, if any. */
    Map<String, Optional<String>> variables() {
        var variables = new TreeMap<String, Optional<String>>();
        var found = VARIABLE.matcher(text);
        while (found.find()) {
            variables.put(found.group(1), Optional.ofNullable(found.group(3)));
        }
        return variables;
    }

    static List<String> placeholders(String text) {
        var names = new ArrayList<String>();
        var found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String otherwise(String value) {
        if (value == null) {
            throw new IllegalArgumentException("A variable has neither value nor default");
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }
}
