package org.isnad.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isnad.production.ComposeFile.text;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import org.junit.jupiter.api.Test;

/** The operator's guide names every setting there is, with its true default, and none that nothing reads. */
class OperatingGuideTest {
    private static final Pattern ROW = Pattern.compile(
            "^\\| `([a-z0-9.-]+(?:\"NAME\"[a-z0-9.-]+)?)` \\| (?:`([^`]*)`|–) \\|",
            Pattern.MULTILINE);
    private static final Pattern LITERAL = Pattern.compile("\"((?:isnad|quarkus)\\.[a-z0-9.-]+)\"");
    private static final Pattern READ = Pattern
            .compile("(?:@ConfigProperty\\(\\s*name = |get(?:Optional)?Value\\(\\s*)\"(isnad\\.[a-z0-9.-]+)\"");
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(isnad\\.[a-z0-9.-]+):([^}]*)}");
    private static final Path SOURCES = Path.of("src/main/java");

    private final Map<String, Optional<String>> table = table();

    @Test
    void theTableNamesEverySettingAndNoOther() throws IOException {
        var known = new TreeSet<>(mapped().keySet());
        known.addAll(referenced().keySet());
        known.addAll(read());
        literals(SOURCES.resolve("org/isnad/platform/local/LocalSettings.java"))
                .filter(name -> name.startsWith("isnad.")).forEach(known::add);

        assertThat(table.keySet().stream().filter(name -> name.startsWith("isnad.")))
                .containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void theDefaultsAreTheOnesOfTheCode() throws IOException {
        var known = new TreeMap<>(mapped());
        referenced().forEach((name, value) -> known.put(name, Optional.of(value)));

        assertThat(known).isNotEmpty()
                .allSatisfy((name, value) -> assertThat(table.get(name)).as(name).isEqualTo(value));
    }

    @Test
    void theTableNamesWhatAProductionStartNeeds() {
        var needed = literals(SOURCES.resolve("org/isnad/RequiredSettings.java"))
                .filter(name -> name.startsWith("quarkus.")).toList();

        assertThat(needed).hasSizeGreaterThan(5);
        assertThat(table.keySet()).containsAll(needed);
    }

    /** What the compose file sets for the application exists. */
    @Test
    void theComposeFileSetsWhatTheTableNames() {
        var names = table.keySet().stream().map(OperatingGuideTest::environment).collect(Collectors.toSet());

        assertThat(names).containsAll(ComposeFile.read().environment("app").keySet());
    }

    private static String environment(String setting) {
        return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static Map<String, Optional<String>> table() {
        return ROW.matcher(text(Path.of("docs/operating.md"))).results()
                .collect(Collectors.toMap(row -> row.group(1), row -> Optional.ofNullable(row.group(2))));
    }

    /** Settings of {@code @ConfigMapping} interfaces with their defaults. */
    private static Map<String, Optional<String>> mapped() {
        var settings = new TreeMap<String, Optional<String>>();
        mappings().map(JavaClass::reflect)
                .forEach(mapping -> add(mapping, mapping.getAnnotation(ConfigMapping.class).prefix(), settings));
        return settings;
    }

    private static void add(Class<?> mapping, String prefix, Map<String, Optional<String>> settings) {
        Arrays.stream(mapping.getDeclaredMethods()).filter(method -> !method.isSynthetic())
                .forEach(method -> {
                    var name = prefix + "." + name(method);
                    if (method.getGenericReturnType() instanceof ParameterizedType type
                            && type.getRawType() == Map.class) {
                        // One group of settings for each name that the operator gives.
                        add((Class<?>) type.getActualTypeArguments()[1], name + ".\"NAME\"", settings);
                    } else {
                        settings.put(name, Optional.ofNullable(method.getAnnotation(WithDefault.class))
                                .map(WithDefault::value));
                    }
                });
    }

    private static String name(Method method) {
        var named = method.getAnnotation(WithName.class);
        return named != null ? named.value() : method.getName().replaceAll("([A-Z])", "-$1").toLowerCase();
    }

    private static Stream<JavaClass> mappings() {
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.isnad").stream().filter(type -> type.isAnnotatedWith(ConfigMapping.class));
    }

    /** Settings that {@code application.properties} reads with a default of its own. */
    private static Map<String, String> referenced() {
        return REFERENCE.matcher(text(Path.of("src/main/resources/application.properties"))).results()
                .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2), (one, same) -> one));
    }

    /** Settings that classes read by name. */
    private static Set<String> read() throws IOException {
        try (var files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> READ.matcher(text(file)).results()).map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> literals(Path file) {
        return LITERAL.matcher(text(file)).results().map(found -> found.group(1));
    }
}
